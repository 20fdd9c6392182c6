package org.handbell.cases.alerting;

import org.handbell.cases.publishing.Outgoing;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Sends what waits, case by case and in order. What was sent counts as sent only once the broker
/// has acknowledged it; a crash in between sends it again, with the same ids.
@Component
class AlertsListener {

    private final Wire<AlertEvent> wire = Wire.of(Topics.ALERTS);
    private final AlertQueue queue;
    private final Outgoing outgoing;

    AlertsListener(AlertQueue queue, Outgoing outgoing) {
        this.queue = queue;
        this.outgoing = outgoing;
    }

    @ApplicationModuleListener
    void on(AlertsWaiting event) {
        var waiting = queue.waiting(event.caseId());
        if (!waiting.isEmpty()) {
            outgoing.send(wire, waiting, queue::trace);
            queue.sent(waiting);
        }
    }
}
