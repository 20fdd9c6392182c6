package org.handbell.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameVariantsTest {

    private final KeyedHash hash =
            new KeyedHash("a key of tests, thirty-two bytes".getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({
        "FULL_NAME, Anna-Lena Møller",
        "FULL_NAME, anna lena MØLLER",
        "FULL_NAME, Annalena Møller",
        "FULL_NAME, #AnnaLenaMøller",
        "FULL_NAME, 'Møller, Anna-Lena'",
        "FIRST_NAME, Anna",
        "FIRST_NAME, Anna-Lena M.",
        "FULL_NAME, A. Møller",
        "FULL_NAME, annamøll",
        "SURNAME, Møller",
        "INITIALS, A.M.",
        "INITIALS, am",
        "INITIALS, ALM",
        "CLASS, 9B",
        "CLASS, 9-b",
        "YEAR, Year 9",
        "YEAR, yr9",
        "YEAR, y9s",
        "YEAR, year nine"
    })
    void aPupilIsKnownByEachUsualWriting(Form form, String written) {
        assertThat(NameVariants.pupil(hash, "Anna-Lena Møller", 9, "9B"))
                .contains(window(form, written));
    }

    @Test
    void aShortFormStandsForTheName() {
        assertThat(NameVariants.person(hash, "William Dunmore"))
                .contains(window(Form.FULL_NAME, "Billy Dunmore"));
    }

    @Test
    void theLongNameIsKnownWhereTheShortOneIsRegistered() {
        assertThat(NameVariants.person(hash, "Tilly Dunmore"))
                .contains(window(Form.FULL_NAME, "Matilda Dunmore"));
    }

    @Test
    void aClassWithANameIsKnownWithTheWordClass() {
        assertThat(NameVariants.pupil(hash, "Anna Dunmore", 2, "Chestnut"))
                .contains(
                        window(Form.CLASS, "Chestnut class"),
                        window(Form.CLASS, "chestnut"),
                        window(Form.YEAR, "Year 2"));
    }

    @Test
    void aTermIsKnownWithoutItsArticleAndAsAHashtag() {
        assertThat(NameVariants.term(hash, "the Harbour plan"))
                .contains(
                        window(Form.TERM, "The Harbour Plan"),
                        window(Form.TERM, "harbour plan"),
                        window(Form.TERM, "#harbourplan"));
    }

    @Test
    void anotherKeyMakesOtherHashes() {
        var other = new KeyedHash("another key, again 32 bytes long".getBytes(UTF_8));
        assertThat(hashes(NameVariants.person(other, "Anna Dunmore")))
                .doesNotContainAnyElementsOf(hashes(NameVariants.person(hash, "Anna Dunmore")));
    }

    @Test
    void noWindowIsMadeTwice() {
        assertThat(NameVariants.pupil(hash, "Bob Bobson", 0, null)).doesNotHaveDuplicates();
    }

    private static List<String> hashes(List<HashedWindow> windows) {
        return windows.stream().map(HashedWindow::hash).collect(Collectors.toList());
    }

    private HashedWindow window(Form form, String written) {
        var tokens = KeyedHash.tokens(written);
        return new HashedWindow(form, tokens.size(), hash.of(tokens), hash.shortOf(tokens));
    }
}
