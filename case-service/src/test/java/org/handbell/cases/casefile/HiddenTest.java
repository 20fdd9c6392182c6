package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.handbell.cases.casefile.Cases.Standing;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;

class HiddenTest {

    private final List<Standing> standings = new ArrayList<>();

    private HiddenTest having(String school, long open) {
        standings.add(new Standing(Severity.HIGH, school, open, 0, null));
        return this;
    }

    private OptionalLong shown(String school) {
        return new Hidden(Set.of("a", "b", "c"), standings).shown(school);
    }

    @Test
    void fiveAreShownAndFourOrNoneAreNot() {
        having("a", 5).having("b", 4);

        assertThat(shown("a")).hasValue(5);
        assertThat(shown("b")).isEmpty();
        assertThat(shown("c")).isEmpty();
    }

    /// Else the trust's total, less what is shown, would be the number that is hidden.
    @Test
    void whereOneSchoolWouldBeHiddenTheSmallestOfTheOthersIsTooSoThatNoTotalTells() {
        having("a", 9).having("b", 1).having("c", 7);

        assertThat(shown("a")).hasValue(9);
        assertThat(shown("b")).isEmpty();
        assertThat(shown("c")).isEmpty();
    }

    @Test
    void whereAllHaveManyAllAreShown() {
        having("a", 9).having("b", 5).having("c", 7);

        assertThat(List.of(shown("a"), shown("b"), shown("c")))
                .containsExactly(OptionalLong.of(9), OptionalLong.of(5), OptionalLong.of(7));
    }

    @Test
    void theTrustsOwnCasesCountAsASchool() {
        standings.add(new Standing(Severity.HIGH, null, 6, 0, null));

        assertThat(shown("trust")).hasValue(6);
    }
}
