package org.handbell.cases.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @ParameterizedTest
    @CsvSource({"27, 3, 2027", "27, March, 2027", "27, mar, 2027", "' 27 ', 03, 2027"})
    void aDayIsTakenAsPeopleWriteIt(String day, String month, String year) {
        var form = day(day, month, year);
        assertThat(form.day("on", "missing")).isEqualTo(LocalDate.of(2027, 3, 27));
        assertThat(form.fine()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"31, 2, 2027", "x, 3, 2027", "1, Juvember, 2027", "1, 13, 2027", "'', 3, 2027"})
    void whatIsNoDayIsAProblemOfItsField(String day, String month, String year) {
        var form = day(day, month, year);
        assertThat(form.day("on", "missing")).isNull();
        assertThat(form.problems())
                .containsExactly(new Problem("f-on", "Enter a real day, such as 27 3 2027."));
    }

    @Test
    void aMissingDayIsAskedFor() {
        var form = Form.empty("f");
        assertThat(form.day("on", "Enter the day.")).isNull();
        assertThat(form.why("on")).isEqualTo("Enter the day.");
    }

    @Test
    void wordsAreBoundedAndSpacesAroundThemDoNotCount() {
        var form = Form.of("f", Map.of("long", "x".repeat(11), "blank", "  ", "fine", " yes "));
        form.text("long", 10, "missing");
        form.text("blank", 10, "Say why.");
        assertThat(form.text("fine", 10, "missing")).isEqualTo("yes");
        assertThat(form.problems())
                .containsExactly(
                        new Problem("f-long", "Use at most 10 characters."),
                        new Problem("f-blank", "Say why."));
    }

    @Test
    void onAPageOfSeveralFormsOnlyTheOneThatWasSentIsFilled() {
        var form = Form.of("approve", Map.of("reason", "because"));
        assertThat(form.in("approve").value("reason")).isEqualTo("because");
        assertThat(form.in("refuse").value("reason")).isEmpty();
    }

    private static Form day(String day, String month, String year) {
        return Form.of("f", Map.of("on-day", day, "on-month", month, "on-year", year));
    }
}
