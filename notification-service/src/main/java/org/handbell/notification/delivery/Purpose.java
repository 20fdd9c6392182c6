package org.handbell.notification.delivery;

/// Why a message goes out.
public enum Purpose {
    /// The rung of a ladder has come.
    FIRST,
    /// The due time is past, to whoever was told before.
    REMINDER,
    /// The ladder ran out, to the trust's own contact.
    RAISED
}
