package org.handbell.cases.calendar;

/// Enters days without school, and takes them away, in the caller's transaction.
public interface KeepClosedDays {

    /// Enters a day, or changes what it is.
    void put(ClosedDay day);

    void remove(ClosedDay day);
}
