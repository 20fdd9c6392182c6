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
    /// @param away true where the channel itself is down or overloaded, whoever the message is for
    record TryAgain(Duration after, String detail, boolean mayHaveArrived, boolean away)
            implements Outcome {

        /// Surely not taken, and only this message is meant.
        public TryAgain(Duration after, String detail) {
            this(after, detail, false, false);
        }

        /// Surely not taken: the channel is down.
        public static TryAgain away(Duration after, String detail) {
            return new TryAgain(after, detail, false, true);
        }

        /// The channel went away while it had the message.
        public static TryAgain broken(Duration after, String detail) {
            return new TryAgain(after, detail, true, true);
        }
    }

    /// Never by this channel.
    ///
    /// @param person true where no other channel would reach this person either, as during an
    ///   absence
    record Refused(String detail, boolean person) implements Outcome {

        /// Another channel may still do.
        public Refused(String detail) {
            this(detail, false);
        }
    }
}
