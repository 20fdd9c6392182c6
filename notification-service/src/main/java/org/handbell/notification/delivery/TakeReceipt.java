package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.DeliveryEvent;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes what a channel says later of a message that it had accepted. One that did not arrive after
/// all counts as refused: the person is told by another channel, or the next on the ladder.
@Component
class TakeReceipt {

    static final String ARRIVED = "delivered";

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final WhenRefused whenRefused;
    private final Clock clock;

    TakeReceipt(
            Alerts alerts,
            Deliveries deliveries,
            Outbox outbox,
            WhenRefused whenRefused,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.whenRefused = whenRefused;
        this.clock = clock;
    }

    /// @param status one of the channel's own words
    @Transactional
    public Receipt take(String reference, String status) {
        var sent = deliveries.sentAs(reference);
        if (sent.isEmpty()) {
            return Receipt.UNKNOWN;
        }
        var taken = sent.stream().map(delivery -> take(delivery, status)).toList();
        return worst(taken);
    }

    /// In this order: what is too early is said once more, and then the rest is a repeat.
    private static Receipt worst(List<Receipt> taken) {
        return taken.contains(Receipt.TOO_EARLY)
                ? Receipt.TOO_EARLY
                : taken.contains(Receipt.NOTED) ? Receipt.NOTED : Receipt.REPEATED;
    }

    private Receipt take(Delivery found, String status) {
        var standing = alerts.lock(found.alertId()).orElseThrow();
        var delivery = deliveries.find(found.deliveryId()).orElseThrow();
        if (delivery.state() == DeliveryState.SENDING) {
            return Receipt.TOO_EARLY;
        }
        var now = clock.instant();
        if (!deliveries.receipt(delivery.deliveryId(), status, now)) {
            return Receipt.REPEATED;
        }
        if (!status.equals(ARRIVED) && delivery.state() == DeliveryState.DELIVERED) {
            notArrived(delivery, standing, "receipt: " + status, now);
        }
        return Receipt.NOTED;
    }

    private void notArrived(Delivery delivery, Standing standing, String detail, Instant now) {
        deliveries.leave(delivery, DeliveryState.REFUSED, null);
        if (delivery.toPerson()) {
            outbox.add(
                    new DeliveryEvent.Refused(
                            delivery.alertId(),
                            standing.alert().caseId(),
                            delivery.personId(),
                            delivery.channel(),
                            delivery.attempt(),
                            detail,
                            now));
        }
        whenRefused.refused(delivery, new Refused(detail));
    }
}
