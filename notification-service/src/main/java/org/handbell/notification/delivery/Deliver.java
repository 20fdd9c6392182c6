package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.delivery.Claim.Claimed;
import org.handbell.notification.delivery.Claim.NotYet;
import org.handbell.notification.delivery.Claim.Over;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifiers;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.recipient.Recipient;
import org.handbell.notification.recipient.Recipients;
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
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST_WAIT_FOR_ADDRESS_SECONDS = 10;

    private final Alerts alerts;
    private final ClaimDelivery claims;
    private final SettleDelivery settles;
    private final Recipients recipients;
    private final Notifiers notifiers;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Clock clock;

    Deliver(
            Alerts alerts,
            ClaimDelivery claims,
            SettleDelivery settles,
            Recipients recipients,
            Notifiers notifiers,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            Traces traces,
            Clock clock) {
        this.alerts = alerts;
        this.claims = claims;
        this.settles = settles;
        this.recipients = recipients;
        this.notifiers = notifiers;
        this.settings = settings;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
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
            return tell(claimed);
        }
    }

    private Optional<Instant> tell(Claimed claimed) {
        var settled = settles.settle(claimed, send(claimed));
        metrics.count(settled);
        var delivery = claimed.delivery();
        log.info(
                "alert {}, delivery {}, attempt {}{}: {} ({})",
                delivery.alertId(),
                delivery.deliveryId(),
                delivery.attempt(),
                delivery.mayHaveArrived() ? ", repeat=true" : "",
                settled.outcome().getClass().getSimpleName(),
                settled.outcome().detail());
        return settled.next();
    }

    private Outcome send(Claimed claimed) {
        var channel = claimed.delivery().channel();
        var notifier = notifiers.find(channel);
        if (notifier.isEmpty()) {
            return new Refused(
                    "channel " + channel.name().toLowerCase(Locale.ROOT) + " is not set up");
        }
        var recipient = recipients.find(claimed.delivery().personId());
        if (recipient.isEmpty()) {
            return unknown(claimed.delivery());
        }
        if (recipient.get().absentOn(LocalDate.ofInstant(clock.instant(), LONDON))) {
            return new Refused("absent");
        }
        return notifier.get().send(notification(claimed, recipient.get()));
    }

    /// `recipients.v1` may lag behind the alert.
    private Outcome unknown(Delivery delivery) {
        var now = clock.instant();
        var due = Objects.requireNonNullElse(delivery.dueAt(), now);
        return now.isAfter(due.plus(settings.unknownFor()))
                ? new Refused("no address for this person")
                : new TryAgain(
                        Duration.ofSeconds(
                                Math.min(delivery.attempt(), LONGEST_WAIT_FOR_ADDRESS_SECONDS)),
                        "no address for this person yet");
    }

    private static Notification notification(Claimed claimed, Recipient recipient) {
        var alert = claimed.alert();
        return new Notification(
                claimed.delivery().deliveryId(),
                recipient.email(),
                alert.severity(),
                alert.reference(),
                alert.school(),
                alert.dueAt(),
                alert.link(),
                claimed.delivery().attempt());
    }
}
