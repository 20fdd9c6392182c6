package org.handbell.notification.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// A quiet night, every night, and maybe weekends, on the wall clock of a place.
///
/// @param from when it becomes quiet
/// @param until when it ends, the next morning
/// @param weekends whether Saturday and Sunday are quiet all day
record Quiet(LocalTime from, LocalTime until, boolean weekends, ZoneId zone) {

    /// The first moment that is not quiet: `now` itself, or when the quiet ends. Where the clocks
    /// go forward over that moment, it is the one after the gap; where they go back, the first.
    Instant over(Instant now) {
        var local = now.atZone(zone);
        var day = local.toLocalDate();
        if (free(day)) {
            var time = local.toLocalTime();
            if (time.isBefore(until)) {
                return later(now, morning(day));
            }
            if (time.isBefore(from)) {
                return now;
            }
        }
        var next = day.plusDays(1);
        while (!free(next)) {
            next = next.plusDays(1);
        }
        return morning(next);
    }

    private boolean free(LocalDate day) {
        return !weekends || !weekend(day);
    }

    private Instant morning(LocalDate day) {
        return day.atTime(until).atZone(zone).toInstant();
    }

    /// In the hour that comes twice the wall clock may say that it is still night when it is not.
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
