package org.handbell.cases.audit;

import java.util.List;

/// The record read back.
public interface AuditTrail {

    /// The newest entries, newest first.
    ///
    /// @param most at most this many, 1 to 1000
    List<AuditEntry> latest(int most);

    /// Walks the whole chain.
    Check verify();

    /// What a walk along the chain found.
    sealed interface Check {

        /// Each link holds.
        ///
        /// @param entries how many there are
        record Whole(long entries) implements Check {}

        /// The first link that does not hold.
        ///
        /// @param number of the entry that was altered, or that is missing
        record Broken(long number) implements Check {}
    }
}
