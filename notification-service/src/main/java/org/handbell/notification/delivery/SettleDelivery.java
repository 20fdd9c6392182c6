package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handbell.contract.DeliveryEvent;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.delivery.Claim.Claimed;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what became of an attempt: the log, the state, the event and the next rung stand or
/// fall together.
@Component
class SettleDelivery {

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final WhenRefused whenRefused;
    private final DeliverySettings settings;
    private final Clock clock;

    SettleDelivery(
            Alerts alerts,
            Deliveries deliveries,
            Outbox outbox,
            WhenRefused whenRefused,
            DeliverySettings settings,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.whenRefused = whenRefused;
        this.settings = settings;
        this.clock = clock;
    }

    /// What left together is settled together.
    @Transactional
    public List<Settled> settle(List<Claimed> together, Outcome said) {
        return together.stream().map(claimed -> settle(claimed, said)).toList();
    }

    @Transactional
    public Settled settle(Claimed claimed, Outcome said) {
        var now = clock.instant();
        var standing = alerts.lock(claimed.delivery().alertId());
        var outcome = bounded(claimed.delivery(), said, now);
        deliveries.log(claimed.delivery(), outcome, now);
        if (!stillOurs(claimed.delivery())) {
            return settled(claimed, outcome, now);
        }
        return switch (outcome) {
            case Delivered delivered -> delivered(claimed, delivered, now);
            case Refused refused -> refused(claimed, refused, now);
            case TryAgain again
                    when standing.isPresent()
                            && standing.get().state().live()
                            && standing.get().round() == claimed.delivery().round() ->
                    later(claimed, again, now);
            case TryAgain again -> stopped(claimed, again, now);
        };
    }

    /// Tries are bounded in time: briefly where the person can be told by another channel.
    private Outcome bounded(Delivery delivery, Outcome said, Instant now) {
        if (!(said instanceof TryAgain again)) {
            return said;
        }
        var due = Objects.requireNonNullElse(delivery.dueAt(), now);
        var next = now.plus(again.after());
        var used =
                next.isAfter(due.plus(settings.giveUpAfter()))
                        || next.isAfter(due.plus(settings.otherChannelAfter()))
                                && whenRefused.anotherWay(delivery);
        return used ? new Refused(again.detail() + ", tries used up") : said;
    }

    /// False where this process was thought dead and another attempt has claimed the message since:
    /// that one tells.
    private boolean stillOurs(Delivery claimed) {
        return deliveries
                .find(claimed.deliveryId())
                .filter(found -> found.state() == DeliveryState.SENDING)
                .filter(found -> found.attempt() == claimed.attempt())
                .isPresent();
    }

    private Settled delivered(Claimed claimed, Delivered outcome, Instant now) {
        var d = claimed.delivery();
        deliveries.leave(d, DeliveryState.DELIVERED, null);
        if (!d.toPerson()) {
            return settled(claimed, outcome, now);
        }
        outbox.add(
                new DeliveryEvent.Delivered(
                        d.alertId(),
                        claimed.alert().caseId(),
                        d.personId(),
                        d.channel(),
                        d.attempt(),
                        d.mayHaveArrived(),
                        outcome.detail(),
                        now));
        var first = alerts.reached(d.alertId(), now);
        return new Settled(d, claimed.alert(), outcome, first, now, Optional.empty());
    }

    private Settled refused(Claimed claimed, Refused outcome, Instant now) {
        var d = claimed.delivery();
        deliveries.leave(d, DeliveryState.REFUSED, null);
        if (d.toPerson()) {
            outbox.add(
                    new DeliveryEvent.Refused(
                            d.alertId(),
                            claimed.alert().caseId(),
                            d.personId(),
                            d.channel(),
                            d.attempt(),
                            outcome.detail(),
                            now));
        }
        whenRefused.refused(d, outcome);
        return settled(claimed, outcome, now);
    }

    private Settled later(Claimed claimed, TryAgain outcome, Instant now) {
        var d = claimed.delivery();
        var next = now.plus(outcome.after());
        deliveries.leave(d, DeliveryState.PENDING, next);
        if (outcome.mayHaveArrived()) {
            deliveries.mayHaveArrived(d.deliveryId());
        }
        if (d.toPerson()) {
            outbox.add(
                    new DeliveryEvent.Delayed(
                            d.alertId(),
                            claimed.alert().caseId(),
                            d.personId(),
                            d.channel(),
                            d.attempt(),
                            next,
                            outcome.detail(),
                            now));
        }
        return new Settled(d, claimed.alert(), outcome, false, now, Optional.of(next));
    }

    private Settled stopped(Claimed claimed, TryAgain outcome, Instant now) {
        deliveries.leave(claimed.delivery(), DeliveryState.STOPPED, null);
        return settled(claimed, outcome, now);
    }

    private static Settled settled(Claimed claimed, Outcome outcome, Instant now) {
        return new Settled(
                claimed.delivery(), claimed.alert(), outcome, false, now, Optional.empty());
    }
}
