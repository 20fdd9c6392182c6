package org.handbell.analysis.meaning;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.register.Register;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private static final Register REGISTER = Register.of(Invented.register());

    private static Script script(String text, Hit... hits) {
        var account = Invented.accounts().getFirst();
        var post = Invented.post(account.accountId(), "1", text);
        var circumstances = new Circumstances(post, account, REGISTER);
        return Script.of(PostText.of(post), circumstances, List.of(hits), false);
    }

    /// The words after those that say who speaks.
    private static String says(String text, Hit... hits) {
        var words = script(text, hits).pieces().stream().map(Script.Piece::word);
        var all = words.collect(joining(" "));
        return all.substring(all.indexOf("says : ") + "says : ".length());
    }

    private static Hit hit(String family, int start, int end) {
        return new Hit(family, new Finding.Span("text", start, end), 0, 1, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Nobody came.         | nobody came .
                    I don't, won’t       | i don ' t , won ' t
                    'Twas late           | twas late
                    the pupils' coats    | the pupils ' coats
                    so late!!!!! Why     | so late ! ! ! why
                    “Well” — she said    | " well " - she said
                    done 🎉              | done party popper
                    """)
    void itHasTheWordsAndTheSignsBetweenThem(String text, String expected) {
        assertThat(says(text)).isEqualTo(expected);
    }

    @Test
    void aKnownNameStandsThereAsWhatItIs() {
        assertThat(says("Well done Ada Byron today", hit("pupil.full", 10, 19)))
                .isEqualTo("well done [ pupil ] today");
    }

    @Test
    void ofTwoNamesInOnePlaceTheMoreTellingStandsThere() {
        assertThat(
                        says(
                                "Well done Ada Byron today",
                                hit("staff.first", 10, 13),
                                hit("own.full", 10, 19)))
                .isEqualTo("well done [ own child ] today");
    }

    @Test
    void eachWordKnowsWhereItStands() {
        var said = script("Late again. It's a shame").pieces();
        var late = said.stream().filter(p -> p.word().equals("again")).findFirst().orElseThrow();
        var shame = said.getLast();

        assertThat(late.span()).isEqualTo(new Finding.Span("text", 5, 10));
        assertThat(late.sentence()).isZero();
        assertThat(shame.span()).isEqualTo(new Finding.Span("text", 19, 24));
        assertThat(shame.sentence()).isEqualTo(1);
    }
}
