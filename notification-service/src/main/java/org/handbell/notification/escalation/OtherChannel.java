package org.handbell.notification.escalation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.delivery.DeliveryState;
import org.handbell.notification.delivery.Purpose;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notifiers;
import org.handbell.notification.recipient.Recipient;
import org.handbell.notification.recipient.Recipients;
import org.springframework.stereotype.Component;

/// Finds another channel for a person whom one does not reach. Each is tried once per round.
@Component
class OtherChannel {

    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Notifiers notifiers;

    OtherChannel(Deliveries deliveries, Recipients recipients, Notifiers notifiers) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.notifiers = notifiers;
    }

    /// The same message by another channel, stored and waiting; empty where there is none.
    Optional<Delivery> instead(Standing standing, Delivery failed) {
        var other = untried(standing, failed).findFirst();
        other.ifPresent(delivery -> deliveries.add(List.of(delivery)));
        return other;
    }

    boolean any(Standing standing, Delivery failed) {
        return untried(standing, failed).findAny().isPresent();
    }

    /// A later rung of the ladder for the same person and channel is taken before its time.
    private Stream<Delivery> untried(Standing standing, Delivery failed) {
        if (failed.purpose() != Purpose.FIRST || failed.gathered()) {
            return Stream.empty();
        }
        return recipients.find(failed.personId()).stream()
                .map(recipient -> contact(recipient, standing))
                .flatMap(contact -> notifiers.insteadOf(failed.channel(), contact))
                .map(failed::by)
                .map(other -> deliveries.find(other.deliveryId()).orElse(other))
                .filter(other -> other.state() == DeliveryState.WAITING);
    }

    private static Contact contact(Recipient recipient, Standing standing) {
        return new Contact(
                recipient.personId(),
                recipient.email(),
                recipient.phone(),
                standing.alert().school());
    }
}
