package org.handbell.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27 3 2026",
                "27/3/2026",
                "27.03.2026",
                " 27 March 2026 ",
                "27 mar 2026",
                "27-3-2026",
                "2026-03-27"
            })
    void aDateIsReadAsPeopleWriteIt(String typed) {
        assertThat(TypedDate.parse(typed)).contains(LocalDate.of(2026, 3, 27));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 Sept 2026", "2 Sep 2026", "2 September 2026"})
    void septemberHasThreeForms(String typed) {
        assertThat(TypedDate.parse(typed)).contains(LocalDate.of(2026, 9, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "31 2 2026", "3 27 2026", "27 3", "27 3 26"})
    void whatIsNoDateIsNotGuessedAt(String typed) {
        assertThat(TypedDate.parse(typed)).isEmpty();
    }
}
