package org.handbell.cases.alerting;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Measures how long an alert took, from the posting and the capture of the post that made it to
/// the first person who has it.
@Component
public class Reached {

    private final AlertQueue queue;
    private final AlertMetrics metrics;

    Reached(AlertQueue queue, AlertMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    /// Counts the first delivery of an alert, in the caller's transaction; any further one changes
    /// nothing.
    ///
    /// @param at when a channel took the message
    @Transactional(propagation = Propagation.MANDATORY)
    public void by(String alertId, Instant at) {
        queue.reached(alertId, at).ifPresent(made -> metrics.reached(made, at));
    }
}
