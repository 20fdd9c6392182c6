package org.handbell.notification.notify;

import org.handbell.contract.Channel;

/// Sends by one means.
public interface Notifier {

    Channel channel();

    /// Sends once and says what became of it. Failures of the channel are values, not exceptions.
    /// Bounded in time by the channel's own timeouts.
    Outcome send(Notification notification);
}
