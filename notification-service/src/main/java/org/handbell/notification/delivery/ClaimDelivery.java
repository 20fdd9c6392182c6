package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Claim.Claimed;
import org.handbell.notification.delivery.Claim.NotYet;
import org.handbell.notification.delivery.Claim.Over;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims a message for one attempt. The claim is committed before anything is sent: so the attempt
/// after a crash knows that the message may have gone out.
@Component
class ClaimDelivery {

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Clock clock;

    ClaimDelivery(Alerts alerts, Deliveries deliveries, Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Transactional
    public Claim claim(String deliveryId) {
        return deliveries
                .find(deliveryId)
                .flatMap(delivery -> alerts.lock(delivery.alertId()))
                // Read again under the lock.
                .flatMap(standing -> deliveries.find(deliveryId).map(d -> claim(d, standing)))
                .orElseGet(Over::new);
    }

    private Claim claim(Delivery delivery, Standing standing) {
        return switch (delivery.state()) {
            case WAITING, DELIVERED, REFUSED, STOPPED -> new Over();
            case PENDING, SENDING -> open(delivery, standing, clock.instant());
        };
    }

    private Claim open(Delivery delivery, Standing standing, Instant now) {
        if (!standing.state().live() || delivery.round() != standing.round()) {
            deliveries.leave(delivery, DeliveryState.STOPPED, null);
            return new Over();
        }
        var next = delivery.nextAt();
        if (next != null && next.isAfter(now)) {
            return new NotYet(next);
        }
        var claimed = delivery.claimed();
        deliveries.claim(claimed, now);
        return new Claimed(claimed, standing.alert());
    }
}
