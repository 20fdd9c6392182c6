package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.notification.notify.Outcome;
import org.jspecify.annotations.Nullable;

/// The messages and the log of their attempts. Whoever changes one holds the lock on its alert.
public interface Deliveries {

    /// Stores rungs that wait. One that is known already stays as it is.
    void add(List<Delivery> waiting);

    Optional<Delivery> find(String deliveryId);

    /// The rungs of a ladder that are told together.
    List<Delivery> ofStep(String alertId, int round, int step);

    /// Their rung has come.
    void due(List<Delivery> told, Instant now);

    /// What has not gone out of this alert stays.
    void stop(String alertId);

    /// Writes the claim and begins its entry in the log.
    void claim(Delivery claimed, Instant now);

    /// Ends the entry of this attempt in the log.
    void log(Delivery claimed, Outcome outcome, Instant now);

    /// The delivery leaves the attempt.
    ///
    /// @param nextAt when it is tried again; null where it is not
    void leave(Delivery claimed, DeliveryState state, @Nullable Instant nextAt);

    /// A broken connection left it open whether the message arrived.
    void mayHaveArrived(String deliveryId);
}
