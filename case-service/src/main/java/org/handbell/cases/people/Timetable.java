package org.handbell.cases.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When there is school, as the register knows it.
public interface Timetable {

    /// By their first day.
    List<Term> terms();

    /// Nothing where there is no such academy.
    Optional<Hours> hours(String academyId);

    /// A stretch of term time, both days included.
    record Term(String entryId, String name, LocalDate from, LocalDate to) {

        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// The working day of an academy, Europe/London.
    ///
    /// @param days none where they were not said: Monday to Friday then
    /// @param from null where it was not said
    /// @param to null where it was not said
    record Hours(Set<DayOfWeek> days, @Nullable LocalTime from, @Nullable LocalTime to) {

        public static final Hours UNKNOWN = new Hours(Set.of(), null, null);

        private static final Set<DayOfWeek> WEEK =
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

        public Hours {
            days = Set.copyOf(days);
            if (from == null || to == null || !from.isBefore(to)) {
                from = null;
                to = null;
            }
        }

        public boolean open(DayOfWeek day) {
            return (days.isEmpty() ? WEEK : days).contains(day);
        }
    }
}
