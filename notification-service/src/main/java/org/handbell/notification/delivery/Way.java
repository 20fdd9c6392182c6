package org.handbell.notification.delivery;

import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;

/// How a message gets to its person.
sealed interface Way {

    record Open(Notifier channel, String address) implements Way {}

    /// Not by this channel, or not now.
    record Shut(Outcome why) implements Way {}
}
