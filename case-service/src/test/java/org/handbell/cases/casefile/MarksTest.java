package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbell.cases.casefile.Marks.Segment;
import org.handbell.contract.Finding.Span;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static Span span(int start, int end) {
        return new Span("text", start, end);
    }

    private static String words(List<Segment> segments) {
        return segments.stream()
                .map(s -> s.marked() ? "[" + s.text() + "]" : s.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksAStretch() {
        assertThat(words(Marks.of("Well done Priya in 4B", List.of(span(10, 15)))))
                .isEqualTo("Well done [Priya] in 4B");
    }

    @Test
    void overlappingAndTouchingStretchesBecomeOne() {
        assertThat(
                        words(
                                Marks.of(
                                        "abcdefghij",
                                        List.of(span(4, 6), span(1, 5), span(2, 3), span(6, 8)))))
                .isEqualTo("a[bcdefgh]ij");
    }

    @Test
    void aStretchBeyondACutTextEndsWithIt() {
        assertThat(words(Marks.of("short", List.of(span(3, 90), span(70, 80)))))
                .isEqualTo("sho[rt]");
    }

    @Test
    void aCharacterOfTwoUnitsIsNeverSplit() {
        var text = "a\uD83D\uDE00b";

        assertThat(words(Marks.of(text, List.of(span(2, 3))))).isEqualTo("a[\uD83D\uDE00]b");
        assertThat(words(Marks.of(text, List.of(span(0, 2))))).isEqualTo("[a\uD83D\uDE00]b");
    }

    @Test
    void whateverTheStretchesNothingIsLostAddedOrMarkedTwice() {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++) {
            var text = "0123456789abcdef<&>\uD83D\uDE00\"'".substring(0, random.nextInt(24));
            var spans =
                    IntStream.range(0, random.nextInt(6))
                            .mapToObj(_ -> {
                                var start = random.nextInt(30);
                                return span(start, start + random.nextInt(10));
                            })
                            .toList();

            var segments = Marks.of(text, spans);

            assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            for (var i = 1; i < segments.size(); i++) {
                assertThat(segments.get(i).marked()).isNotEqualTo(segments.get(i - 1).marked());
            }
        }
    }
}
