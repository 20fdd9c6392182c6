package org.handbell.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handbell.contract.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @Property(tries = 2000)
    void everyWordPointsInsideTheOriginalAndTheyStandInOrder(@ForAll("texts") String text) {
        var reading = Reading.of("text", text);
        var end = 0;
        for (var token : reading.tokens()) {
            assertThat(token.start())
                    .isGreaterThanOrEqualTo(end == 0 ? 0 : Math.min(end, token.start()));
            assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
            end = token.end();
        }
    }

    @Property(tries = 2000)
    void everyFoldedLetterComesFromWhereItsPlaceSays(@ForAll("texts") String text) {
        var folded = Folded.of(text);
        for (var at = 0; at < folded.length(); at++) {
            var source = text.substring(folded.start(at), folded.end(at));
            assertThat(Folded.of(source).text()).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void aWordReadAgainFromItsPlaceIsTheSameWord(@ForAll("words") String word) {
        var text = "x, " + word + " y";
        var token = Reading.of("text", text).tokens().get(1);
        var again = Reading.of("text", text.substring(token.start(), token.end()));
        assertThat(again.tokens().getFirst().text()).isEqualTo(token.text());
    }

    @Property(tries = 1000)
    void foldingTwiceChangesNothing(@ForAll("texts") String text) {
        var once = Folded.of(text).text();
        assertThat(Folded.of(once).text()).isEqualTo(once);
    }

    @Property(tries = 1000)
    void wordsAreThoseThatTheWriterOfTheRegisterHashes(@ForAll("words") String word) {
        var read =
                Reading.of("text", word).tokens().stream()
                        .map(Token::text)
                        .collect(Collectors.joining());
        assertThat(read).isEqualTo(String.join("", KeyedHash.tokens(word)));
    }

    @Provide
    Arbitrary<String> texts() {
        var strange =
                Arbitraries.of(
                        "\u200b", "\u0301", "ﬁ", "𝓣𝓸", "Ａ", "ß", "İ", "😀", "👩‍👧", "\ud800",
                        "№", "½", "а", "\u202e", "'", "’", ".", "?", "\n", "@", "#", "0ne", "l4rch",
                        "a b c d", " ");
        var plain = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(plain, strange, plain, strange)
                .as((a, b, c, d) -> a + b + c + d);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcdeéîłńçABCDEÉ").ofMinLength(2).ofMaxLength(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'k\u200Be\u00ADstrel', kestrel",
        "k3str3l, kestrel",
        "К\u0435strel, kestrel",
        "Ｋｅｓｔｒｅｌ, kestrel",
        "k e s t r e l, kestrel",
        "KÉSTREL, kestrel",
        "𝓴estrel, kestrel"
    })
    void aWordIsReadBehindItsDisguise(String written, String meant) {
        var tokens = Reading.of("text", "x, " + written).tokens();
        assertThat(tokens.getLast().plain()).isEqualTo(meant);
        assertThat(tokens.getLast().start()).isEqualTo(3);
    }

    @Test
    void aClassOrAYearIsNoDisguise() {
        assertThat(Reading.of("text", "8K y11s mp3 u18s").tokens())
                .allMatch(t -> t.meant() == null);
    }

    @Test
    void aTitleEndsNoSentence() {
        assertThat(Reading.of("text", "Mrs. Oakes came. She left").sentences()).isEqualTo(2);
    }
}
