package org.handbell.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.handbell.contract.Channel;
import org.handbell.notification.alert.Alert;
import org.handbell.notification.delivery.Way.Open;
import org.handbell.notification.delivery.Way.Shut;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notifiers;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.recipient.Recipient;
import org.handbell.notification.recipient.Recipients;
import org.springframework.stereotype.Component;

/// Finds the way to a person: the channel that is set up, and where it reaches them.
@Component
class Ways {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST_WAIT_FOR_ADDRESS_SECONDS = 10;

    private final Recipients recipients;
    private final Notifiers notifiers;
    private final TrustContactSettings trust;
    private final DeliverySettings settings;
    private final Clock clock;

    Ways(
            Recipients recipients,
            Notifiers notifiers,
            TrustContactSettings trust,
            DeliverySettings settings,
            Clock clock) {
        this.recipients = recipients;
        this.notifiers = notifiers;
        this.trust = trust;
        this.settings = settings;
        this.clock = clock;
    }

    Way to(Delivery delivery, Alert alert) {
        if (!delivery.toPerson()) {
            return toTrust(delivery, alert);
        }
        if (delivery.channel() == Channel.CHAT) {
            return toRoom(delivery, alert);
        }
        var recipient = recipients.find(delivery.personId());
        if (recipient.isEmpty()) {
            return unknown(delivery);
        }
        if (recipient.get().absentOn(LocalDate.ofInstant(clock.instant(), LONDON))) {
            return new Shut(new Refused("absent", true));
        }
        return by(delivery.channel(), contact(recipient.get(), alert.school()));
    }

    /// A room has no person who could be away.
    private Way toRoom(Delivery delivery, Alert alert) {
        return by(delivery.channel(), new Contact(delivery.personId(), "", null, alert.school()));
    }

    private Way toTrust(Delivery delivery, Alert alert) {
        var email = trust.email();
        return email == null
                ? new Shut(new Refused("the trust has no contact", true))
                : by(
                        delivery.channel(),
                        new Contact(Delivery.TRUST_CONTACT, email, null, alert.school()));
    }

    private Way by(Channel channel, Contact contact) {
        var name = channel.name().toLowerCase(Locale.ROOT);
        var notifier = notifiers.find(channel);
        if (notifier.isEmpty()) {
            return new Shut(new Refused("channel " + name + " is not set up"));
        }
        if (notifiers.silenced(channel)) {
            return new Shut(new Refused("channel " + name + " is silenced"));
        }
        return notifier.get()
                .address(contact)
                .<Way>map(address -> new Open(notifier.get(), address))
                .orElseGet(() -> new Shut(new Refused("no address for channel " + name)));
    }

    static Contact contact(Recipient recipient, String school) {
        return new Contact(recipient.personId(), recipient.email(), recipient.phone(), school);
    }

    /// `recipients.v1` may lag behind the alert.
    private Way unknown(Delivery delivery) {
        var now = clock.instant();
        var due = Objects.requireNonNullElse(delivery.dueAt(), now);
        return new Shut(
                now.isAfter(due.plus(settings.unknownFor()))
                        ? new Refused("no address for this person", true)
                        : new TryAgain(
                                Duration.ofSeconds(
                                        Math.min(
                                                delivery.attempt(),
                                                LONGEST_WAIT_FOR_ADDRESS_SECONDS)),
                                "no address for this person yet"));
    }
}
