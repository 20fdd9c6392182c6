package org.handbell.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AutomatonTest {

    private record Place(String text, int begin) {}

    @Property(tries = 2000)
    void itFindsEachTextWhereverItStands(
            @ForAll("texts") Set<String> texts, @ForAll("lines") String line) {
        assertThat(found(texts, line)).isEqualTo(expected(texts, line));
    }

    @Test
    void itFindsOneOfVeryManyTexts() {
        var texts = new HashSet<String>();
        for (var i = 0; i < 20_000; i++) {
            texts.add(" " + Integer.toString(i * 7919, 36) + " ");
        }
        var line =
                " " + String.join(" ", texts.stream().limit(50).map(String::strip).toList()) + " ";

        assertThat(found(texts, line)).isEqualTo(expected(texts, line)).hasSize(50);
    }

    /// Some letters then share a number.
    @Property(tries = 500)
    void itFindsTextsOfMoreLettersThanHaveANumberOfTheirOwn(
            @ForAll("manyLetters") Set<String> texts, @ForAll("longLines") String line) {
        var more = new HashSet<>(texts);
        IntStream.range('a', 'a' + 200).mapToObj(Character::toString).forEach(more::add);

        assertThat(found(more, line)).isEqualTo(expected(more, line));
    }

    @Test
    void withoutTextsItFindsNothing() {
        assertThat(found(Set.of(), "anything")).isEmpty();
    }

    private static Set<Place> found(Set<String> texts, String line) {
        var numbered = List.copyOf(texts);
        var numbers = new HashMap<String, Integer>();
        numbered.forEach(text -> numbers.put(text, numbers.size()));
        var found = new ArrayList<Place>();
        new Automaton(numbers)
                .search(
                        line.toCharArray(),
                        (begin, end, number) -> {
                            var text = numbered.get(number);
                            assertThat(line.substring(begin, end)).isEqualTo(text);
                            found.add(new Place(text, begin));
                        });
        assertThat(found).doesNotHaveDuplicates();
        return new HashSet<>(found);
    }

    private static Set<Place> expected(Set<String> texts, String line) {
        var places = new HashSet<Place>();
        for (var text : texts) {
            for (var at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
                places.add(new Place(text, at));
            }
        }
        return places;
    }

    @Provide
    Arbitrary<Set<String>> texts() {
        return Arbitraries.strings()
                .withChars("ab é\ud83d")
                .ofMinLength(1)
                .ofMaxLength(5)
                .set()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("abc é\ud83d").ofMaxLength(40);
    }

    @Provide
    Arbitrary<Set<String>> manyLetters() {
        return Arbitraries.strings()
                .withCharRange('a', (char) ('a' + 200))
                .withChars("aaabbb")
                .ofMinLength(1)
                .ofMaxLength(4)
                .set()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> longLines() {
        return Arbitraries.strings()
                .withCharRange('a', (char) ('a' + 230))
                .withChars("aaabbb")
                .ofMaxLength(80);
    }
}
