package org.handbell.cases.casefile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import org.handbell.contract.Severity;

/// Computes due times on the school's clock.
class DueTimes {

    private final DueSettings settings;
    private final Predicate<LocalDate> workingDay;

    /// @param workingDay whether people work on a day; not whether there is school, since what
    ///   should be looked at today must not wait for the end of the summer
    DueTimes(DueSettings settings, Predicate<LocalDate> workingDay) {
        this.settings = settings;
        this.workingDay = workingDay;
    }

    Instant of(Severity severity, Instant from) {
        var local = from.atZone(settings.zone());
        return switch (severity) {
            case CRITICAL -> from.plus(settings.now());
            case HIGH -> endOfDay(local).toInstant();
            case MEDIUM, LOW, TIP -> endOfWeek(local).toInstant();
        };
    }

    /// Today, or the next working day where today's is over.
    private ZonedDateTime endOfDay(ZonedDateTime from) {
        var end = at(from, settings.dayEnds());
        while (!end.isAfter(from) || !works(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /// This Friday, or the next where this one is over; the last working day before it where it is
    /// a holiday.
    private ZonedDateTime endOfWeek(ZonedDateTime from) {
        var friday =
                at(from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)), settings.weekEnds());
        var end = lastWorkingDay(friday);
        while (!end.isAfter(from)) {
            friday = friday.plusWeeks(1);
            end = lastWorkingDay(friday);
        }
        return end;
    }

    private ZonedDateTime lastWorkingDay(ZonedDateTime friday) {
        var end = friday;
        while (!works(end) && end.getDayOfWeek() != DayOfWeek.MONDAY) {
            end = end.minusDays(1);
        }
        return end;
    }

    private static ZonedDateTime at(ZonedDateTime day, LocalTime time) {
        return day.with(time);
    }

    private boolean works(ZonedDateTime day) {
        return workingDay.test(day.toLocalDate());
    }
}
