package org.handbell.cases.investigation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The two clocks of a case: working days of the local authority, which go on in the holidays, and
/// days of school.
interface Deadlines {

    /// When so many working days of the local authority are over.
    Instant workingDays(Instant from, int days);

    /// When so many days of school are over.
    ///
    /// @param academyId whose; null for the trust's own
    Instant schoolDays(Instant from, int days, @Nullable String academyId);
}
