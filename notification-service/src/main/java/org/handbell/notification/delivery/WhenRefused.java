package org.handbell.notification.delivery;

import org.handbell.notification.notify.Outcome.Refused;

/// Hears of messages that will not arrive, inside the transaction that settles them.
public interface WhenRefused {

    /// Tells the person by another channel, or the next on the ladder.
    void refused(Delivery delivery, Refused why);

    /// Whether the person could still be told by another channel.
    boolean anotherWay(Delivery delivery);
}
