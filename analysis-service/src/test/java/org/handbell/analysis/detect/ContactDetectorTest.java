package org.handbell.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbell.analysis.CorpusPosts;
import org.handbell.analysis.Invented;
import org.handbell.analysis.register.Register;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactDetectorTest {

    private static final Map<String, Set<Pattern>> PATTERNS =
            Map.of(
                    "place.address", Set.of(ContactDetector.ADDRESS),
                    "place.street", Set.of(ContactDetector.STREET),
                    "place.postcode", Set.of(ContactDetector.POSTCODE),
                    "channel.handle", Set.of(ContactDetector.HANDLE),
                    "contact.mail", Set.of(ContactDetector.MAIL, ContactDetector.SPELT_MAIL));
    private static final Register REGISTER = Register.of(List.of());

    private final ContactDetector detector = new ContactDetector();

    @Test
    void clueByClueTheyAreFoundWhereEachExpressionFindsThemInTheWholeText() {
        var found = 0;
        for (var text : texts()) {
            var hits = hits(text);
            for (var family : PATTERNS.keySet()) {
                assertThat(spans(hits, family))
                        .as("%s in %s", family, text)
                        .isEqualTo(expected(family, text));
            }
            found += hits.size();
        }
        assertThat(found).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "ring me on 07700 900123",
        "ring me on o7700 9oo123",
        "ring oh double seven zero zero nine hundred one two three",
        "ring +44 7700 900123 now",
        "zerosevensevenzerozero nine zero zero one two three"
    })
    void aNumberIsReadInDigitsAndWords(String text) {
        assertThat(hits(text)).extracting(Hit::family).contains("contact.phone");
    }

    @ParameterizedTest
    @CsvSource({
        "room 0204 on day one of two, 30 of us",
        "one two three four five",
        "the seventh of nine"
    })
    void fewDigitsAreNoNumber(String text) {
        assertThat(hits(text)).extracting(Hit::family).doesNotContain("contact.phone");
    }

    private List<Hit> hits(String text) {
        var post = Invented.post("personal", "1", text);
        return detector.over(
                PostText.of(post),
                new Circumstances(post, Invented.accounts().getFirst(), REGISTER));
    }

    private static Set<Finding.Span> spans(List<Hit> hits, String family) {
        var spans = new HashSet<Finding.Span>();
        hits.stream()
                .filter(hit -> hit.family().equals(family))
                .forEach(hit -> spans.add(hit.span()));
        return spans;
    }

    private static Set<Finding.Span> expected(String family, String text) {
        var spans = new HashSet<Finding.Span>();
        for (var pattern : PATTERNS.getOrDefault(family, Set.of())) {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                spans.add(new Finding.Span("text", matcher.start(), matcher.end()));
            }
        }
        return spans;
    }

    private static List<String> texts() {
        var contacts =
                List.of(
                        "flat 12b, number 14 Old Tollgate Road",
                        "no. 3, the\nlong High Street's",
                        "14 Étang Lane é",
                        "snap: otto_99x",
                        "#WhatsApp otto.q1",
                        "my insta is otto_quill7",
                        "otto@host.example",
                        "otto (at) host dot co",
                        "FL3 6TZ",
                        "fl36tz",
                        "Hill View, Hill Walk way",
                        "3 Mill Close, 4 Mill Close");
        var texts = new ArrayList<String>();
        var at = 0;
        for (var text : CorpusPosts.texts()) {
            texts.add(text);
            texts.add(text + " " + contacts.get(at++ % contacts.size()) + ". " + text);
        }
        return texts;
    }
}
