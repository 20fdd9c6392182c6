package org.handbell.notification.escalation;

import java.time.Instant;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.delivery.DeliveryTasks;
import org.handbell.notification.delivery.DigestTimer;
import org.handbell.notification.hours.SendingTimes;
import org.handbell.notification.recipient.Recipient;
import org.handbell.notification.recipient.Recipients;
import org.handbell.notification.timer.Timers;
import org.springframework.stereotype.Component;

/// Gives a message its time: now, when the quiet hours end, or with the person's digest.
@Component
class SetOff {

    /// Of a person who is not known yet.
    private static final int USUAL_DIGEST_HOUR = 7;

    private final Deliveries deliveries;
    private final Recipients recipients;
    private final SendingTimes times;
    private final Timers timers;

    SetOff(Deliveries deliveries, Recipients recipients, SendingTimes times, Timers timers) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.times = times;
        this.timers = timers;
    }

    /// @return when it leaves
    Instant send(Delivery delivery, Severity severity, Instant now) {
        if (gathered(delivery, severity)) {
            var at = times.nextDigest(digestHour(delivery), now);
            deliveries.due(delivery, at, true);
            timers.set(DeliveryTasks.DIGEST, new DigestTimer(delivery.personId(), at).id(), at);
            return at;
        }
        var at = times.afterQuiet(severity, now);
        deliveries.due(delivery, at, false);
        timers.set(DeliveryTasks.DELIVER, delivery.deliveryId(), at);
        return at;
    }

    private boolean gathered(Delivery delivery, Severity severity) {
        return delivery.channel() == Channel.EMAIL && times.gathered(severity, delivery.personId());
    }

    private int digestHour(Delivery delivery) {
        return recipients
                .find(delivery.personId())
                .map(Recipient::digestHour)
                .orElse(USUAL_DIGEST_HOUR);
    }
}
