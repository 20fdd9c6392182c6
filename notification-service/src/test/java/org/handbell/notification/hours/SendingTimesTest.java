package org.handbell.notification.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.handbell.contract.Severity;
import org.handbell.notification.hours.QuietHoursSettings.Evenings;
import org.handbell.notification.hours.QuietHoursSettings.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTimesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final SendingTimes times = times(true, LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        // A Tuesday in winter, at noon, late, and before dawn
        "HIGH,     2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "HIGH,     2026-11-24T20:59:59Z, 2026-11-24T20:59:59Z",
        "HIGH,     2026-11-24T21:00:00Z, 2026-11-25T07:00:00Z",
        "HIGH,     2026-11-25T03:00:00Z, 2026-11-25T07:00:00Z",
        "HIGH,     2026-11-25T07:00:00Z, 2026-11-25T07:00:00Z",
        "MEDIUM,   2026-11-24T18:59:59Z, 2026-11-24T18:59:59Z",
        "MEDIUM,   2026-11-24T19:00:00Z, 2026-11-25T07:00:00Z",
        // In summer London is an hour ahead of UTC.
        "HIGH,     2026-07-14T20:00:00Z, 2026-07-15T06:00:00Z",
        "MEDIUM,   2026-07-14T17:59:59Z, 2026-07-14T17:59:59Z",
        // A weekend: what is for today may come by day, what is for this week waits.
        "HIGH,     2026-11-28T12:00:00Z, 2026-11-28T12:00:00Z",
        "HIGH,     2026-11-27T22:00:00Z, 2026-11-28T07:00:00Z",
        "MEDIUM,   2026-11-27T19:00:00Z, 2026-11-30T07:00:00Z",
        "MEDIUM,   2026-11-28T12:00:00Z, 2026-11-30T07:00:00Z",
        "MEDIUM,   2026-11-29T23:59:59Z, 2026-11-30T07:00:00Z",
        // Now is at any hour.
        "CRITICAL, 2026-11-29T03:00:00Z, 2026-11-29T03:00:00Z",
        // The night the clocks go forward, and the one they go back: seven on the wall both times.
        "HIGH,     2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
        "HIGH,     2026-03-29T00:30:00Z, 2026-03-29T06:00:00Z",
        "MEDIUM,   2026-03-27T20:00:00Z, 2026-03-30T06:00:00Z",
        "HIGH,     2026-10-24T21:00:00Z, 2026-10-25T07:00:00Z",
        "HIGH,     2026-10-25T01:30:00Z, 2026-10-25T07:00:00Z",
        "MEDIUM,   2026-10-23T19:00:00Z, 2026-10-26T07:00:00Z"
    })
    void eachTierHasItsHours(Severity severity, Instant now, Instant leaves) {
        assertThat(times.afterQuiet(severity, now)).isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({
        // Half past one is left out that night: it ends when the clocks have gone forward.
        "2026-03-29T00:45:00Z, 2026-03-29T01:30:00Z",
        // It comes twice that night: the first counts, and after it nothing is held.
        "2026-10-24T23:45:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T01:15:00Z, 2026-10-25T01:15:00Z"
    })
    void aNightThatEndsWhileTheClocksChangeEndsOnce(Instant now, Instant leaves) {
        assertThat(times(true, LocalTime.of(1, 30)).afterQuiet(Severity.HIGH, now))
                .isEqualTo(leaves);
    }

    @Test
    void withoutQuietHoursNothingIsHeld() {
        var night = Instant.parse("2026-11-29T03:00:00Z");

        assertThat(times(false, LocalTime.of(7, 0)).afterQuiet(Severity.MEDIUM, night))
                .isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        // Seven in the morning on a Tuesday; later that day; on a Friday; in summer
        "7,  2026-11-24T06:59:00Z, 2026-11-24T07:00:00Z",
        "7,  2026-11-24T07:00:00Z, 2026-11-25T07:00:00Z",
        "16, 2026-11-27T17:00:00Z, 2026-11-30T16:00:00Z",
        "8,  2026-07-14T10:00:00Z, 2026-07-15T07:00:00Z",
        // Over both weekends on which the clocks change
        "7,  2026-03-27T12:00:00Z, 2026-03-30T06:00:00Z",
        "7,  2026-10-23T12:00:00Z, 2026-10-26T07:00:00Z"
    })
    void aDigestComesAtThePersonsHourOnTheNextWorkingDay(int hour, Instant now, Instant at) {
        assertThat(times.nextDigest(hour, now)).isEqualTo(at);
    }

    @Test
    void whatIsLowIsGatheredForEverybodyAndMediumForWhoeverWantsIt() {
        assertThat(times.gathered(Severity.LOW, "anybody")).isTrue();
        assertThat(times.gathered(Severity.MEDIUM, "anybody")).isFalse();
        assertThat(times.gathered(Severity.MEDIUM, "st-04")).isTrue();
        assertThat(times.gathered(Severity.HIGH, "st-04")).isFalse();
        assertThat(times.gathered(Severity.CRITICAL, "st-04")).isFalse();
    }

    private static SendingTimes times(boolean on, LocalTime until) {
        return new SendingTimes(
                new QuietHoursSettings(
                        on,
                        new Evenings(LocalTime.of(21, 0), until, false),
                        new Office(LocalTime.of(19, 0), until, true),
                        LONDON),
                new DigestSettings(Set.of("st-04"), false));
    }
}
