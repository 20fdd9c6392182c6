package org.handbell.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.handbell.contract.Channel;
import org.handbell.contract.Ids;
import org.jspecify.annotations.Nullable;

/// One message of an alert, to one person by one channel; also the rung of the ladder it belongs
/// to.
///
/// @param round which hand-over of the alert told it
/// @param step told together with the others of this step
/// @param afterWait pause after the step before
/// @param attempt how often it was tried
/// @param mayHaveArrived true where an attempt was cut short, so that the next is a repeat
/// @param dueAt when its rung came; null before
/// @param nextAt when it is tried next; null before the first failure
public record Delivery(
        String deliveryId,
        String alertId,
        int round,
        int step,
        Duration afterWait,
        String personId,
        Channel channel,
        DeliveryState state,
        int attempt,
        boolean mayHaveArrived,
        @Nullable Instant dueAt,
        @Nullable Instant nextAt) {

    /// A rung that waits. Its id is derived; a person who is told anew after a hand-over gets a
    /// message of its own.
    public static Delivery waiting(
            String alertId, int round, int step, Duration afterWait, String person, Channel by) {
        var first = Ids.delivery(alertId, person, by);
        return new Delivery(
                round == 0 ? first : Ids.derive("round", first, Integer.toString(round)),
                alertId,
                round,
                step,
                afterWait,
                person,
                by,
                DeliveryState.WAITING,
                0,
                false,
                null,
                null);
    }

    /// The same delivery, claimed for its next attempt. One that is found `SENDING` was cut short.
    Delivery claimed() {
        return new Delivery(
                deliveryId,
                alertId,
                round,
                step,
                afterWait,
                personId,
                channel,
                DeliveryState.SENDING,
                attempt + 1,
                mayHaveArrived || state == DeliveryState.SENDING,
                dueAt,
                nextAt);
    }
}
