package org.handbell.cases.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handbell.cases.people.Timetable;
import org.handbell.cases.people.Timetable.Hours;
import org.handbell.cases.people.Timetable.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The clock of a school: the academy's days of the week in term time, but for bank holidays and
/// the days on which it is closed. Where no term is known for a time, each working day counts,
/// since a due time that waits for somebody to enter next year's terms is worse than an early one.
@Component
public class SchoolDays {

    /// Longer than any school is on holiday: what is farther from the last known term is not known.
    static final int LONGEST_HOLIDAY_DAYS = 60;

    private final CalendarSettings settings;
    private final ClosedDays closed;
    private final Timetable timetable;

    public SchoolDays(CalendarSettings settings, ClosedDays closed, Timetable timetable) {
        this.settings = settings;
        this.closed = closed;
        this.timetable = timetable;
    }

    /// @param academyId whose days; null for the trust's own, which are Monday to Friday
    public boolean is(LocalDate day, @Nullable String academyId) {
        return rule(hours(academyId), academyId).test(day);
    }

    /// When so many days of school are over; only the hours of school count.
    ///
    /// @param days 1 or more
    public Instant after(Instant from, int days, @Nullable String academyId) {
        var hours = hours(academyId);
        var opens = hours.from() == null ? settings.opens() : hours.from();
        var closes = hours.to() == null ? settings.closes() : hours.to();
        return new OfficeClock(settings.zone(), opens, closes, rule(hours, academyId))
                .after(from, days);
    }

    private Hours hours(@Nullable String academyId) {
        return academyId == null ? Hours.UNKNOWN : timetable.hours(academyId).orElse(Hours.UNKNOWN);
    }

    private Predicate<LocalDate> rule(Hours hours, @Nullable String academyId) {
        var shut =
                closed.all().stream()
                        .filter(day -> day.concerns(academyId))
                        .map(ClosedDay::day)
                        .collect(Collectors.toUnmodifiableSet());
        var terms = timetable.terms();
        return day ->
                hours.open(day.getDayOfWeek())
                        && !BankHolidays.on(day)
                        && !shut.contains(day)
                        && inTerm(terms, day);
    }

    private static boolean inTerm(List<Term> terms, LocalDate day) {
        return terms.stream().anyMatch(term -> term.holds(day))
                || terms.stream().noneMatch(term -> near(term, day));
    }

    private static boolean near(Term term, LocalDate day) {
        return !day.isBefore(term.from().minusDays(LONGEST_HOLIDAY_DAYS))
                && !day.isAfter(term.to().plusDays(LONGEST_HOLIDAY_DAYS));
    }
}
