package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Ids;
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
    private final EarliestTime earliest;
    private final Clock clock;

    ClaimDelivery(Alerts alerts, Deliveries deliveries, EarliestTime earliest, Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.earliest = earliest;
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

    /// All that this person's digest holds. Its reference is derived from what is in it; a digest
    /// that was cut short keeps the one it had.
    @Transactional
    public List<Claimed> claimDigest(String personId) {
        var held = deliveries.digest(personId, clock.instant());
        var reference = digestReference(held);
        var claimed = new ArrayList<Claimed>();
        for (var delivery : held) {
            alerts.lock(delivery.alertId())
                    .flatMap(standing ->
                            deliveries
                                    .find(delivery.deliveryId())
                                    .map(d -> claim(d, standing, reference)))
                    .ifPresent(claim -> {
                        if (claim instanceof Claimed c) {
                            claimed.add(c);
                        }
                    });
        }
        return claimed;
    }

    private String digestReference(List<Delivery> held) {
        if (!held.isEmpty() && held.getFirst().state() == DeliveryState.SENDING) {
            return deliveries.reference(held.getFirst().deliveryId());
        }
        return Ids.derive("digest", held.stream().map(Delivery::deliveryId).toArray(String[]::new));
    }

    private Claim claim(Delivery delivery, Standing standing) {
        return delivery.gathered() ? new Over() : claim(delivery, standing, delivery.deliveryId());
    }

    private Claim claim(Delivery delivery, Standing standing, String reference) {
        return switch (delivery.state()) {
            case WAITING, DELIVERED, REFUSED, STOPPED -> new Over();
            case PENDING, SENDING -> open(delivery, standing, reference, clock.instant());
        };
    }

    private Claim open(Delivery delivery, Standing standing, String reference, Instant now) {
        if (!standing.state().live() || delivery.round() != standing.round()) {
            deliveries.leave(delivery, DeliveryState.STOPPED, null);
            return new Over();
        }
        var from = earliest.of(delivery, standing.alert().severity(), now);
        if (from.isAfter(now)) {
            return new NotYet(from);
        }
        var claimed = delivery.claimed();
        deliveries.claim(claimed, reference.equals(delivery.deliveryId()) ? null : reference, now);
        return new Claimed(claimed, standing.alert(), reference);
    }
}
