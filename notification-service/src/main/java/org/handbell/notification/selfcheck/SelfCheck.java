package org.handbell.notification.selfcheck;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.contract.Ids;
import org.handbell.notification.notify.Message;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifiers;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends one test message by e-mail, through the same timers, channel and words as an alert. It is
/// of no case, and `deliveries.v1` does not hear of it.
@Component
class SelfCheck {

    private static final Logger log = LoggerFactory.getLogger(SelfCheck.class);

    private final SelfCheckSettings settings;
    private final SelfChecks checks;
    private final Notifiers notifiers;
    private final Clock clock;

    SelfCheck(SelfCheckSettings settings, SelfChecks checks, Notifiers notifiers, Clock clock) {
        this.settings = settings;
        this.checks = checks;
        this.notifiers = notifiers;
        this.clock = clock;
    }

    /// When the next is due; empty where the service does not try itself.
    Optional<Instant> tryOnce() {
        var contact = settings.contact();
        if (contact == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        checks.begun(now);
        var outcome = send(contact, now);
        if (outcome instanceof Delivered) {
            checks.gotThrough(clock.instant());
        } else {
            log.warn("self-check: {}", outcome.detail());
        }
        return Optional.of(now.plus(settings.every())).map(next -> sooner(next, outcome, now));
    }

    private Outcome send(String contact, Instant now) {
        return notifiers
                .find(Channel.EMAIL)
                .<Outcome>map(email -> email.send(notification(contact, now)))
                .orElseGet(() -> new Outcome.Refused("channel email is not set up"));
    }

    private static Notification notification(String address, Instant now) {
        return new Notification(
                Ids.derive("self-check", now.toString()),
                address,
                new Message.SelfCheck(now),
                1,
                false);
    }

    private static Instant sooner(Instant next, Outcome outcome, Instant now) {
        return outcome instanceof TryAgain again && now.plus(again.after()).isBefore(next)
                ? now.plus(again.after())
                : next;
    }
}
