package org.handbell.cases.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.contract.AlertEvent;
import org.jspecify.annotations.Nullable;

/// Alerts of each case in the order they arose, until the broker has them. Calls run in the
/// caller's transaction.
interface AlertQueue {

    /// Adds an event; one that is there already stays as it is.
    ///
    /// @param capturedAt when the post was captured that made this alert; null where the event says
    ///   something further about an alert
    void add(AlertEvent event, @Nullable Instant capturedAt);

    /// Notes that somebody has an alert.
    ///
    /// @return when the post was captured that made it; empty where somebody had it before, or
    ///   where that time is not known
    Optional<Instant> reached(String alertId, Instant at);

    /// Ids of all alerts of a case.
    Set<String> alertsOf(String caseId);

    /// Everyone on a ladder of the case so far.
    Set<String> told(String caseId);

    /// What waits to be sent, oldest first; locked, so that nobody else sends it too.
    List<AlertEvent> waiting(String caseId);

    /// The trace that an event belongs to; empty where tracing was off.
    Optional<String> trace(AlertEvent event);

    void sent(List<AlertEvent> events);
}
