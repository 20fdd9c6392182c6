package org.handbell.cases.casefile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.handbell.contract.Severity;

/// Computes due times on the school's clock.
class DueTimes {

    private final DueSettings settings;

    DueTimes(DueSettings settings) {
        this.settings = settings;
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
        while (!end.isAfter(from) || weekend(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /// This Friday, or the next where this one is over.
    private ZonedDateTime endOfWeek(ZonedDateTime from) {
        var friday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        var end = at(friday, settings.weekEnds());
        return end.isAfter(from) ? end : end.plusWeeks(1);
    }

    private static ZonedDateTime at(ZonedDateTime day, LocalTime time) {
        return day.with(time);
    }

    private static boolean weekend(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
