package org.handbell.cases.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.casefile.CaseEvent;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// Alerts of each case in the order they arose, until the broker has them. Calls run in the
/// caller's transaction.
interface AlertQueue {

    /// Adds an event; one that is there already stays as it is.
    ///
    /// @param times of the post that made this alert; null where the event says something further
    ///   about an alert
    void add(AlertEvent event, CaseEvent.@Nullable Times times);

    /// Notes that somebody has an alert.
    ///
    /// @return what made it; empty where somebody had it before, or where that is not known
    Optional<Made> reached(String alertId, Instant at);

    /// What made an alert.
    record Made(Severity severity, CaseEvent.Times times) {}

    /// Ids of all alerts of a case.
    Set<String> alertsOf(String caseId);

    /// Everyone on a ladder of the case so far.
    Set<String> told(String caseId);

    /// What waits to be sent, oldest first; locked, so that nobody else sends it too.
    List<AlertEvent> waiting(String caseId);

    void sent(List<AlertEvent> events);
}
