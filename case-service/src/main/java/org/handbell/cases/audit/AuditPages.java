package org.handbell.cases.audit;

import java.util.List;

/// The record read back in parts.
public interface AuditPages {

    /// The newest entries before a number, newest first.
    ///
    /// @param before numbers below this; {@link Long#MAX_VALUE} for the newest
    /// @param most at most this many, 1 to 1000
    List<AuditEntry> page(AuditFilter filter, long before, int most);

    /// The oldest entries after a number, oldest first.
    ///
    /// @param after numbers above this; 0 for the oldest
    /// @param most at most this many, 1 to 1000
    List<AuditEntry> next(AuditFilter filter, long after, int most);
}
