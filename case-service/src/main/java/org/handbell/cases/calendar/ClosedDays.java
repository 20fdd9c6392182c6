package org.handbell.cases.calendar;

import java.util.List;

/// The days without school that people entered.
@FunctionalInterface
public interface ClosedDays {

    /// By day; at most the 2,000 latest.
    List<ClosedDay> all();
}
