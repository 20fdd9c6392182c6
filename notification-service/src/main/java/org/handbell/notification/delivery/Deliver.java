package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.delivery.Claim.Claimed;
import org.handbell.notification.delivery.Claim.NotYet;
import org.handbell.notification.delivery.Claim.Over;
import org.handbell.notification.delivery.Way.Open;
import org.handbell.notification.delivery.Way.Shut;
import org.handbell.notification.notify.Message;
import org.handbell.notification.notify.Message.NeedsYou;
import org.handbell.notification.notify.Message.NobodyTook;
import org.handbell.notification.notify.Message.Overdue;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Outcome;
import org.handbell.operations.logging.LogFields;
import org.handbell.operations.tracing.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One attempt at one message: claim (committed), send, settle (committed). A crash in between
/// leaves the claim behind, and the next attempt repeats the message under the same Message-ID and
/// says so.
@Component
class Deliver {

    private static final Logger log = LoggerFactory.getLogger(Deliver.class);

    private final Alerts alerts;
    private final ClaimDelivery claims;
    private final SettleDelivery settles;
    private final Ways ways;
    private final DeliveryMetrics metrics;
    private final Traces traces;

    Deliver(
            Alerts alerts,
            ClaimDelivery claims,
            SettleDelivery settles,
            Ways ways,
            DeliveryMetrics metrics,
            Traces traces) {
        this.alerts = alerts;
        this.claims = claims;
        this.settles = settles;
        this.ways = ways;
        this.metrics = metrics;
        this.traces = traces;
    }

    /// When it is to be tried next; empty where it is settled.
    Optional<Instant> deliver(String deliveryId) {
        return switch (claims.claim(deliveryId)) {
            case Over _ -> Optional.empty();
            case NotYet notYet -> Optional.of(notYet.at());
            case Claimed claimed -> attempt(claimed);
        };
    }

    private Optional<Instant> attempt(Claimed claimed) {
        var alert = claimed.alert();
        try (var _ = traces.begin("tell", alerts.trace(alert.alertId()).orElse(null));
                var _ = LogFields.about(alert.reference())) {
            var settled = settles.settle(claimed, send(claimed));
            metrics.count(settled);
            log(settled);
            return settled.next();
        }
    }

    static void log(Settled settled) {
        var delivery = settled.delivery();
        log.info(
                "alert {}, delivery {}, attempt {}{}: {} ({})",
                delivery.alertId(),
                delivery.deliveryId(),
                delivery.attempt(),
                delivery.mayHaveArrived() ? ", repeat=true, sent again, first outcome unknown" : "",
                settled.outcome().getClass().getSimpleName(),
                settled.outcome().detail());
    }

    private Outcome send(Claimed claimed) {
        return switch (ways.to(claimed.delivery(), claimed.alert())) {
            case Shut shut -> shut.why();
            case Open(var channel, var address) ->
                    channel.send(
                            new Notification(
                                    claimed.reference(),
                                    address,
                                    message(claimed),
                                    claimed.delivery().attempt(),
                                    claimed.delivery().mayHaveArrived()));
        };
    }

    private static Message message(Claimed claimed) {
        var a = claimed.alert();
        return switch (claimed.delivery().purpose()) {
            case FIRST ->
                    new NeedsYou(a.severity(), a.reference(), a.school(), a.dueAt(), a.link());
            case REMINDER ->
                    new Overdue(a.severity(), a.reference(), a.school(), a.dueAt(), a.link());
            case RAISED ->
                    new NobodyTook(a.severity(), a.reference(), a.school(), a.dueAt(), a.link());
        };
    }
}
