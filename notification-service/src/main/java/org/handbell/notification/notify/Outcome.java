package org.handbell.notification.notify;

import java.time.Duration;

/// What a channel said.
public sealed interface Outcome {

    /// The channel's own answer, such as an SMTP status. Never an address or content.
    String detail();

    /// The channel took the message.
    record Delivered(String detail) implements Outcome {}

    /// Not now.
    ///
    /// @param after pause before the next attempt
    /// @param mayHaveArrived true where the connection broke after the message was on its way, so
    ///   that the next attempt may be a repeat
    record TryAgain(Duration after, String detail, boolean mayHaveArrived) implements Outcome {

        /// Surely not taken.
        public TryAgain(Duration after, String detail) {
            this(after, detail, false);
        }
    }

    /// Never.
    record Refused(String detail) implements Outcome {}
}
