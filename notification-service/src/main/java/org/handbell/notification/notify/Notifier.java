package org.handbell.notification.notify;

import java.util.Optional;
import org.handbell.contract.Channel;

/// Sends by one means.
public interface Notifier {

    Channel channel();

    /// Whether the operator has set it up. A channel may have several notifiers, one of which is
    /// set up.
    boolean setUp();

    /// Where this channel reaches the person; empty where it cannot.
    Optional<String> address(Contact contact);

    /// Sends once and says what became of it. Failures of the channel are values, not exceptions.
    /// Bounded in time by the channel's own timeouts.
    Outcome send(Notification notification);
}
