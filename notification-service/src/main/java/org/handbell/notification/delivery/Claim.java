package org.handbell.notification.delivery;

import java.time.Instant;
import org.handbell.notification.alert.Alert;

/// What an attempt finds when it wants a message.
sealed interface Claim {

    /// It is settled, or nobody needs it any more.
    record Over() implements Claim {}

    /// It is too early.
    record NotYet(Instant at) implements Claim {}

    /// It is ours to send, and the log says so.
    ///
    /// @param reference what the channel will know the message by
    record Claimed(Delivery delivery, Alert alert, String reference) implements Claim {}
}
