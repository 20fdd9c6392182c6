package org.handbell.notification.delivery;

/// Where a message stands. `WAITING -> PENDING -> SENDING -> DELIVERED | REFUSED`, back to
/// `PENDING` where it is tried again; `STOPPED` where nobody needs it any more.
public enum DeliveryState {
    /// Its rung has not come yet.
    WAITING,
    /// To be sent.
    PENDING,
    /// Claimed by an attempt. Found so by the next attempt, it was cut short by a crash.
    SENDING,
    DELIVERED,
    REFUSED,
    STOPPED
}
