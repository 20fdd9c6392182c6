package org.handbell.contract;

/// How grave a finding would be if it were true. How sure the machine is stands apart, as
/// confidence.
public enum Severity {
    /// T0: a private tip to the author; never a case.
    TIP,
    /// T1: waits in the digest.
    LOW,
    /// T2: a person looks this week.
    MEDIUM,
    /// T3: a person looks today.
    HIGH,
    /// T4: a child may be at risk now, or a crime; any hour.
    CRITICAL;

    /// The tier as written in tables: `T0` to `T4`.
    public String tier() {
        return "T" + ordinal();
    }

    /// Whether a finding of this severity may open a case.
    public boolean opensCase() {
        return compareTo(MEDIUM) >= 0;
    }
}
