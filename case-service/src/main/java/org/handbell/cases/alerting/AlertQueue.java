package org.handbell.cases.alerting;

import java.util.List;
import java.util.Set;
import org.handbell.contract.AlertEvent;

/// Alerts of each case in the order they arose, until the broker has them. Calls run in the
/// caller's transaction.
interface AlertQueue {

    /// Adds an event; one that is there already stays as it is.
    void add(AlertEvent event);

    /// Ids of all alerts of a case.
    Set<String> alertsOf(String caseId);

    /// Everyone on a ladder of the case so far.
    Set<String> told(String caseId);

    /// What waits to be sent, oldest first; locked, so that nobody else sends it too.
    List<AlertEvent> waiting(String caseId);

    void sent(List<AlertEvent> events);
}
