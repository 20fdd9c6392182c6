package org.handbell.cases.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/// Counts in days on which an office is open, and only while it is open: the end of one day is the
/// beginning of the next open one. So what becomes known at ten on a Monday has one day until ten
/// on Tuesday, and what becomes known on a Sunday has until Monday's end. Counted by the clock on
/// the wall, so a change of clocks makes no day longer.
///
/// @param open whether there is a day at all
record OfficeClock(ZoneId zone, LocalTime opens, LocalTime closes, Predicate<LocalDate> open) {

    /// Closed for longer than this, it counts as open: a due time must come.
    static final int LONGEST_CLOSURE_DAYS = 366;

    /// @param days 1 or more
    Instant after(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days " + days + " is less than one");
        }
        var begin = begin(LocalDateTime.ofInstant(from, zone));
        var wholeDays = begin.toLocalTime().equals(opens);
        var day = begin.toLocalDate();
        for (var left = wholeDays ? days - 1 : days; left > 0; left--) {
            day = next(day);
        }
        return day.atTime(wholeDays ? closes : begin.toLocalTime()).atZone(zone).toInstant();
    }

    /// When the counting begins: now, or when it next opens.
    private LocalDateTime begin(LocalDateTime from) {
        var day = from.toLocalDate();
        if (open.test(day) && from.toLocalTime().isBefore(closes)) {
            return from.toLocalTime().isBefore(opens) ? day.atTime(opens) : from;
        }
        return next(day).atTime(opens);
    }

    private LocalDate next(LocalDate after) {
        var day = after.plusDays(1);
        for (var i = 1; i < LONGEST_CLOSURE_DAYS && !open.test(day); i++) {
            day = day.plusDays(1);
        }
        return day;
    }
}
