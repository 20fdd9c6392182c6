package org.handbell.notification.delivery;

/// What became of a receipt.
enum Receipt {
    NOTED,
    /// Has been said before.
    REPEATED,
    /// The message is on its way at this moment: its sender has not heard yet that it was taken.
    TOO_EARLY,
    /// Of no message that we know.
    UNKNOWN
}
