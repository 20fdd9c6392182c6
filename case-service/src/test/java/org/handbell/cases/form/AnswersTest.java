package org.handbell.cases.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static Answers with(String entered) {
        return new Answers(Map.of("field", entered));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"27 3 2027", "27/3/2027", " 27  March 2027 ", "27 mar 2027", "2027-03-27"})
    void aDayIsReadAsPeopleWriteIt(String entered) {
        var answers = with(entered);

        assertThat(answers.day("field")).isEqualTo(LocalDate.of(2027, 3, 27));
        assertThat(answers.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31 2 2027x", "32 1 2027", "3 27 2027"})
    void whatIsNoDayIsSaid(String entered) {
        var answers = with(entered);
        answers.day("field");

        assertThat(answers.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:05pm", "3:05 PM", "15:05"})
    void aTimeIsReadAsPeopleWriteIt(String entered) {
        assertThat(with(entered).time("field")).isEqualTo(LocalTime.of(15, 5));
    }

    @Test
    void whatIsTooLongIsSaid() {
        var answers = with("x".repeat(Answers.MOST_WORDS + 1));
        answers.words("field", "Say why.");

        assertThat(answers.problems())
                .extracting(Answers.Problem::words)
                .containsExactly("Use at most 20,000 characters.");
    }
}
