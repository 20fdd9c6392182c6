package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handbell.notification.alert.Alert;
import org.handbell.notification.delivery.Claim.Claimed;
import org.handbell.notification.delivery.Way.Open;
import org.handbell.notification.delivery.Way.Shut;
import org.handbell.notification.notify.Message.CanWait;
import org.handbell.notification.notify.Message.Thing;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Outcome;
import org.springframework.stereotype.Component;

/// A person's digest: what can wait leaves as one message, and is claimed and settled together.
@Component
class DeliverDigest {

    private final ClaimDelivery claims;
    private final SettleDelivery settles;
    private final Ways ways;
    private final DeliveryMetrics metrics;

    DeliverDigest(
            ClaimDelivery claims, SettleDelivery settles, Ways ways, DeliveryMetrics metrics) {
        this.claims = claims;
        this.settles = settles;
        this.ways = ways;
        this.metrics = metrics;
    }

    /// When it is to be tried next; empty where nothing of it waits.
    Optional<Instant> deliver(String personId) {
        var held = claims.claimDigest(personId);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var settled = settles.settle(held, send(held));
        settled.forEach(metrics::count);
        settled.forEach(Deliver::log);
        return settled.stream().flatMap(one -> one.next().stream()).max(Comparator.naturalOrder());
    }

    private Outcome send(List<Claimed> held) {
        var first = held.getFirst();
        var things = held.stream().map(Claimed::alert).map(DeliverDigest::thing).toList();
        return switch (ways.to(first.delivery(), first.alert())) {
            case Shut shut -> shut.why();
            case Open(var channel, var address) ->
                    channel.send(
                            new Notification(
                                    first.reference(),
                                    address,
                                    new CanWait(things),
                                    first.delivery().attempt(),
                                    first.delivery().mayHaveArrived()));
        };
    }

    private static Thing thing(Alert a) {
        return new Thing(a.reference(), a.school(), a.dueAt(), a.link());
    }
}
