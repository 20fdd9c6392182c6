package org.handbell.cases.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 27);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27 3 2027",
                "27/03/2027",
                "27.3.2027",
                " 27 March 2027 ",
                "27 mar 2027",
                "2027-03-27"
            })
    void aDayIsReadAsPeopleWriteIt(String typed) {
        assertThat(Days.read(typed)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "27 3 27", "3/27/2027", "30 2 2027", "27 Ma 2027", "tomorrow", "46473"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(Days.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 200, 365})
    void whatIsShownIsReadAgain(int days) {
        var day = DAY.plusDays(days);
        assertThat(Days.read(Days.words(day))).contains(day);
        assertThat(Days.read(Days.typed(day))).contains(day);
    }
}
