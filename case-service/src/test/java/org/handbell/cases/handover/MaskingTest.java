package org.handbell.cases.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private final Masking masking =
            new Masking(List.of("Ada Quill", "Ada", "Jo", " ", "O'Hare (Sam)"));

    @Test
    void namesAreLeftOutHoweverTheyAreWrittenAndOnlyAsWholeWords() {
        assertThat(masking.apply("ADA  quill and ada; Adage, Jo's jobs"))
                .isEqualTo("[name left out] and [name left out]; Adage, [name left out]'s jobs");
    }

    @Test
    void aNameWithSignsOfItsOwnIsOnlyAName() {
        assertThat(masking.apply("O'Hare (Sam) and O'Hare")).contains("and O'Hare");
    }

    @Test
    void addressesAccountsAndNumbersAreLeftOut() {
        assertThat(
                        masking.apply(
                                "a.b@c.example, @bird@social.example, 07700 900123, +44 1632 960001"))
                .isEqualTo(
                        "[address left out], [account left out], [number left out], [number left out]");
    }

    @Test
    void whatSaysNothingOfAnybodyStays() {
        var text = "Form 4B at 3:05pm on 27/3/2027, see https://example.social/1";
        assertThat(masking.apply(text)).isEqualTo(text);
    }
}
