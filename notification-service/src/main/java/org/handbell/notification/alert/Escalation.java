package org.handbell.notification.alert;

import java.util.List;
import org.handbell.contract.AlertEvent.Rung;

/// What the alerts ask of the ladders. Called inside the transaction that takes the event.
public interface Escalation {

    /// Stores the ladder of this round and tells its first step.
    void start(Standing standing, List<Rung> ladder);

    /// Nobody further is told, and what has not gone out stays.
    void stop(String alertId);
}
