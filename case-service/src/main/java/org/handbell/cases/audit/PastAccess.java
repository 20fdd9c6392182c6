package org.handbell.cases.audit;

/// What somebody did with one thing before now.
public interface PastAccess {

    /// How often this person read or changed it.
    ///
    /// @param subject as {@link AuditLog#append} names it
    long count(String actor, String subject);
}
