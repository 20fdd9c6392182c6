package org.handbell.cases.audit;

/// Append-only record of what people did and read.
public interface AuditLog {

    /// Appends an entry in the caller's transaction, so that a change and its entry stand or fall
    /// together.
    ///
    /// @param actor person id of who did it, or `system`
    /// @param action what was done, in the past tense: `case.read`, `case.decided`
    /// @param subject what it was done to: `case:4K7P-XM`, `account:ac-01`
    /// @param detail short facts without personal data; may be empty
    void append(String actor, String action, String subject, String detail);
}
