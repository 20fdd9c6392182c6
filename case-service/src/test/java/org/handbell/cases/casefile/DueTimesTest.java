package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.handbell.cases.calendar.BankHolidays;
import org.handbell.contract.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimesTest {

    private final DueTimes due =
            new DueTimes(
                    new DueSettings(
                            Duration.ofHours(1),
                            LocalTime.of(17, 0),
                            LocalTime.of(17, 0),
                            ZoneId.of("Europe/London")),
                    day -> day.getDayOfWeek().getValue() <= 5 && !BankHolidays.on(day));

    @ParameterizedTest
    @CsvSource({
        // Wednesday morning, in winter
        "CRITICAL, 2026-11-18T09:30:00Z, 2026-11-18T10:30:00Z",
        "HIGH,     2026-11-18T09:30:00Z, 2026-11-18T17:00:00Z",
        "MEDIUM,   2026-11-18T09:30:00Z, 2026-11-20T17:00:00Z",
        // Wednesday evening; in summer, London is an hour ahead of UTC
        "HIGH,     2026-07-15T18:30:00Z, 2026-07-16T16:00:00Z",
        "HIGH,     2026-07-15T16:00:00Z, 2026-07-16T16:00:00Z",
        // Friday evening
        "HIGH,     2026-11-20T18:00:00Z, 2026-11-23T17:00:00Z",
        "MEDIUM,   2026-11-20T18:00:00Z, 2026-11-27T17:00:00Z",
        // Saturday night
        "CRITICAL, 2026-11-21T23:30:00Z, 2026-11-22T00:30:00Z",
        "HIGH,     2026-11-21T23:30:00Z, 2026-11-23T17:00:00Z",
        "MEDIUM,   2026-11-21T23:30:00Z, 2026-11-27T17:00:00Z",
        // the night the clocks go back
        "HIGH,     2026-10-25T00:30:00Z, 2026-10-26T17:00:00Z",
        // the Thursday before Easter, and the Monday of it; the clocks go forward on the Sunday
        "HIGH,     2027-03-25T18:00:00Z, 2027-03-30T16:00:00Z",
        "MEDIUM,   2027-03-24T09:00:00Z, 2027-03-25T17:00:00Z",
        "MEDIUM,   2027-03-25T18:00:00Z, 2027-04-02T16:00:00Z",
        "CRITICAL, 2027-03-29T09:00:00Z, 2027-03-29T10:00:00Z",
        // Christmas Day is a Friday
        "MEDIUM,   2026-12-22T09:00:00Z, 2026-12-24T17:00:00Z"
    })
    void eachTierHasItsTimeOnTheSchoolsClock(Severity severity, Instant from, Instant expected) {
        assertThat(due.of(severity, from)).isEqualTo(expected);
    }
}
