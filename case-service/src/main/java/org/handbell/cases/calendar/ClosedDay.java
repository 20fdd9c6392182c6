package org.handbell.cases.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day that a person entered as one without school.
///
/// @param academyId whose; null for all of the trust
/// @param name what the day is called; no person
public record ClosedDay(LocalDate day, Kind kind, @Nullable String academyId, String name) {

    /// Why there is no school.
    public enum Kind {
        /// Staff are trained and pupils stay at home.
        INSET,
        /// The school is shut: snow, a strike, a polling station.
        CLOSED,
        /// A bank holiday that was proclaimed: the local authority is shut too.
        BANK_HOLIDAY
    }

    public ClosedDay {
        if (kind == Kind.BANK_HOLIDAY && academyId != null) {
            throw new IllegalArgumentException("a bank holiday is not one academy's");
        }
    }

    boolean concerns(@Nullable String academy) {
        return academyId == null || academyId.equals(academy);
    }
}
