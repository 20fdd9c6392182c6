package org.handbell.notification.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00:00Z, 5:00pm Tue 24 Nov",
        "2026-07-01T16:00:00Z, 5:00pm Wed 1 Jul",
        "2026-09-01T11:05:00Z, 12:05pm Tue 1 Sep",
        // Clocks go forward at 1:00 GMT.
        "2026-03-29T00:59:00Z, 12:59am Sun 29 Mar",
        "2026-03-29T01:00:00Z, 2:00am Sun 29 Mar",
        // Clocks go back at 2:00 BST: half past one comes twice.
        "2026-10-25T00:30:00Z, 1:30am Sun 25 Oct",
        "2026-10-25T01:30:00Z, 1:30am Sun 25 Oct",
        // Midnight in London is still yesterday in UTC.
        "2026-06-30T23:00:00Z, 12:00am Wed 1 Jul"
    })
    void theDueTimeIsThatOfTheWallClockInLondon(Instant due, String words) {
        assertThat(Wording.subject(notification(Severity.HIGH, "Fernhill High", due)))
                .isEqualTo("Today: Fernhill High, 4K7P-XM, by " + words);
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, Now", "HIGH, Today", "MEDIUM, This week", "LOW, This week"})
    void theTierIsSaidInWords(Severity severity, String word) {
        var notification = notification(severity, "Fernhill High", Instant.EPOCH);

        assertThat(Wording.subject(notification)).startsWith(word + ": ");
        assertThat(Wording.body(notification))
                .isEqualTo(
                        "Something needs you "
                                + word.toLowerCase(Locale.ROOT)
                                + ".\n\nhttps://desk.example/cases/4K7P-XM\n");
    }

    @Test
    void aLineBreakInANameStartsNoHeader() {
        var evil = "Fern\r\nBcc: all@example.com\u2028\u0000hill";

        assertThat(Wording.subject(notification(Severity.HIGH, evil, Instant.EPOCH)))
                .startsWith("Today: Fern Bcc: all@example.com hill, 4K7P-XM")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028]");
    }

    @Test
    void aVeryLongNameIsCut() {
        assertThat(Wording.subject(notification(Severity.HIGH, "x".repeat(500), Instant.EPOCH)))
                .hasSizeLessThan(140);
    }

    private static Notification notification(Severity severity, String school, Instant due) {
        return new Notification(
                "d1",
                "dsl@fernhill.example",
                severity,
                "4K7P-XM",
                school,
                due,
                "https://desk.example/cases/4K7P-XM",
                1);
    }
}
