package org.handbell.cases.access;

/// How far an action reaches, and so what it checks itself beyond the role.
public enum Reach {
    /// Holds nothing that belongs to anybody: the role is enough.
    DESK,
    /// Only what belongs to their own academy, or to all for those of the trust.
    ACADEMY,
    /// Only what is their own.
    OWN,
    /// Only cases that come to them by the rules of conflict of interest; any other case is not
    /// found.
    CASE
}
