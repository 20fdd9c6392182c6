package org.handbell.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.people.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolDaysTest {

    private static final CalendarSettings OFFICE =
            new CalendarSettings(
                    ZoneId.of("Europe/London"), LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final String ACADEMY = "ac-01";
    private static final String OTHER = "ac-02";
    private static final ClosedDay TRAINING =
            new ClosedDay(LocalDate.parse("2026-11-23"), ClosedDay.Kind.INSET, ACADEMY, "Training");

    private final SchoolDays days =
            new SchoolDays(
                    OFFICE,
                    () -> List.of(TRAINING),
                    new FixedTimetable(
                            List.of(
                                    term("2026-09-02", "2026-10-23"),
                                    term("2026-11-02", "2026-12-18"))));

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, true",
        // a Saturday, half term, Christmas
        "2026-11-28, false",
        "2026-10-28, false",
        "2026-12-22, false",
        // nobody has entered the terms of the next summer: each working day counts, no bank holiday
        "2027-06-02, true",
        "2027-05-31, false"
    })
    void aDayOfSchoolIsAWeekdayInTermTime(LocalDate day, boolean school) {
        assertThat(days.is(day, ACADEMY)).isEqualTo(school);
    }

    @Test
    void aDayOfTrainingIsOnlyTheAcademysThatHasIt() {
        assertThat(days.is(TRAINING.day(), ACADEMY)).isFalse();
        assertThat(days.is(TRAINING.day(), OTHER)).isTrue();
        assertThat(days.is(TRAINING.day(), null)).isTrue();
    }

    @Test
    void oneDayOfSchoolGoesOverHolidaysByTheHoursOfTheAcademy() {
        var fridayBeforeHalfTerm = Instant.parse("2026-10-23T13:00:00Z");

        assertThat(days.after(fridayBeforeHalfTerm, 1, ACADEMY)).isEqualTo("2026-11-02T14:00:00Z");
        assertThat(days.after(Instant.parse("2026-10-23T15:00:00Z"), 1, ACADEMY))
                .isEqualTo("2026-11-02T15:40:00Z");
    }

    @Test
    void withoutTermsEachWorkingDayCounts() {
        var bare = new SchoolDays(OFFICE, List::of, new FixedTimetable(List.of()));

        assertThat(bare.after(Instant.parse("2026-08-12T09:00:00Z"), 2, OTHER))
                .isEqualTo("2026-08-14T09:00:00Z");
    }

    private static Timetable.Term term(String from, String to) {
        return new Timetable.Term("t", "Term", LocalDate.parse(from), LocalDate.parse(to));
    }

    private record FixedTimetable(List<Term> terms) implements Timetable {

        @Override
        public Optional<Hours> hours(String academyId) {
            return academyId.equals(ACADEMY)
                    ? Optional.of(
                            new Hours(
                                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                    LocalTime.of(8, 20),
                                    LocalTime.of(15, 40)))
                    : Optional.empty();
        }
    }
}
