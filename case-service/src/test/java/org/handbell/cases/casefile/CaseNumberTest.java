package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void aReferenceCanBeReadOut() {
        var number = new CaseNumbers(new Random(1)).next(_ -> false);

        assertThat(number.value()).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}");
        assertThat(number.value()).doesNotContain("O", "0", "I", "1", "L", "U");
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
        assertThat(CaseNumber.parse(" 4k7p-2m ")).contains(new CaseNumber("4K7P-2M"));
        assertThat(CaseNumber.parse("4K7P2M")).isEmpty();
        assertThat(CaseNumber.parse("../../etc")).isEmpty();
    }
}
