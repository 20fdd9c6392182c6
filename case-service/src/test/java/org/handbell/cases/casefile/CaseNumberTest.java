package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z][0-9]{1,2}\\b");

    @Test
    void aReferenceCanBeReadOut() {
        var number = new CaseNumbers(new Random(1)).next(_ -> false);

        assertThat(number.value()).matches("[2-9A-HJKMNP-TV-Z]{4}-[A-HJKMNP-TV-Z]{2}");
        assertThat(number.value()).doesNotContain("O", "0", "I", "1", "L", "U");
    }

    @Test
    void noReferenceContainsAWordThatLooksLikeAClause() {
        var numbers = new CaseNumbers(new Random(2));

        for (var i = 0; i < 10_000; i++) {
            assertThat(numbers.next(_ -> false).value()).doesNotContainPattern(CLAUSE);
        }
        assertThat(CaseNumber.parse("P2RF-G8")).isEmpty();
        assertThat("P2RF-G8").containsPattern(CLAUSE);
    }

    @Test
    void aReferenceInUseIsDrawnAgain() {
        var first = new CaseNumbers(new Random(1)).next(_ -> false);

        assertThat(new CaseNumbers(new Random(1)).next(first::equals)).isNotEqualTo(first);
        assertThatThrownBy(() -> new CaseNumbers(new Random(1)).next(_ -> true))
                .hasMessageContaining("no free case reference");
    }

    @Test
    void whatAPersonTypesIsRead() {
        assertThat(CaseNumber.parse(" 4k7p-xm ")).contains(new CaseNumber("4K7P-XM"));
        assertThat(CaseNumber.parse("4K7PXM")).isEmpty();
        assertThat(CaseNumber.parse("../../etc")).isEmpty();
    }
}
