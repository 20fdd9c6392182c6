package org.handbell.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final CalendarSettings OFFICE =
            new CalendarSettings(LONDON, LocalTime.of(9, 0), LocalTime.of(17, 0));

    private final WorkingDays days = new WorkingDays(OFFICE, List::of);

    @ParameterizedTest
    @CsvSource({
        // a Wednesday; in summer, London is an hour ahead of UTC
        "2026-11-18T10:30:00Z, 2026-11-19T10:30:00Z",
        "2026-07-15T10:30:00Z, 2026-07-16T10:30:00Z",
        // before the office opens, and after it has closed
        "2026-11-18T07:00:00Z, 2026-11-18T17:00:00Z",
        "2026-11-18T17:00:00Z, 2026-11-19T17:00:00Z",
        // Friday at three, Friday evening, Sunday
        "2026-11-20T15:00:00Z, 2026-11-23T15:00:00Z",
        "2026-11-20T18:00:00Z, 2026-11-23T17:00:00Z",
        "2026-11-22T12:00:00Z, 2026-11-23T17:00:00Z",
        // over Easter: Thursday to Tuesday, and into summer time on the way
        "2027-03-25T15:00:00Z, 2027-03-30T14:00:00Z",
        // over Christmas: from Thursday the 24th to Tuesday the 29th
        "2026-12-24T16:00:00Z, 2026-12-29T16:00:00Z",
        // the clocks go back, and forward, in the night to Sunday
        "2026-10-23T14:00:00Z, 2026-10-26T15:00:00Z",
        "2026-03-27T15:00:00Z, 2026-03-30T14:00:00Z",
        // half past one in that night comes twice, and once not at all
        "2026-10-25T00:30:00Z, 2026-10-26T17:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-26T17:00:00Z",
        "2026-03-29T01:30:00Z, 2026-03-30T16:00:00Z"
    })
    void oneWorkingDayIsOverAtTheSameTimeOfTheNextOne(Instant from, Instant expected) {
        assertThat(days.after(from, 1)).isEqualTo(expected);
    }

    @Test
    void schoolHolidaysDoNotStopTheLocalAuthority() {
        assertThat(days.is(LocalDate.parse("2026-08-12"))).isTrue();
    }

    @Test
    void aProclaimedBankHolidayStopsIt() {
        var jubilee = LocalDate.parse("2027-06-04");
        var with =
                new WorkingDays(
                        OFFICE,
                        () ->
                                List.of(
                                        new ClosedDay(
                                                jubilee,
                                                ClosedDay.Kind.BANK_HOLIDAY,
                                                null,
                                                "Jubilee")));

        assertThat(days.is(jubilee)).isTrue();
        assertThat(with.is(jubilee)).isFalse();
        assertThat(with.after(Instant.parse("2027-06-03T09:00:00Z"), 1))
                .isEqualTo("2027-06-07T09:00:00Z");
    }

    @Test
    void aDayOfTrainingDoesNot() {
        var day = LocalDate.parse("2026-11-18");
        var with =
                new WorkingDays(
                        OFFICE,
                        () -> List.of(new ClosedDay(day, ClosedDay.Kind.INSET, null, "Training")));

        assertThat(with.is(day)).isTrue();
    }

    @Test
    void noDaysIsNoCount() {
        assertThatThrownBy(() -> days.after(Instant.EPOCH, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aLaterBeginningNeverEndsEarlier(
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll @IntRange(min = 1, max = 15) int count) {
        var earlier = one.isBefore(other) ? one : other;
        var later = one.isBefore(other) ? other : one;

        assertThat(days.after(earlier, count)).isBeforeOrEqualTo(days.after(later, count));
    }

    @Property
    void theEndLiesInOfficeHoursOfAWorkingDayAndAfterTheBeginning(
            @ForAll("instants") Instant from, @ForAll @IntRange(min = 1, max = 15) int count) {
        var end = days.after(from, count);
        var local = end.atZone(LONDON);

        assertThat(end).isAfter(from);
        assertThat(days.is(local.toLocalDate())).isTrue();
        assertThat(local.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    @Property
    void threeDaysAreOneDayThriceOver(@ForAll("instants") Instant from) {
        assertThat(days.after(from, 3))
                .isEqualTo(days.after(days.after(days.after(from, 1), 1), 1));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2030-12-31T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
    }
}
