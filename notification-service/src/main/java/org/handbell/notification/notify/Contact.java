package org.handbell.notification.notify;

import org.jspecify.annotations.Nullable;

/// Whom a channel is asked to reach, and about which school.
///
/// @param phone null where none is known
public record Contact(String personId, String email, @Nullable String phone, String school) {

    /// Without the addresses: this may be logged.
    @Override
    public String toString() {
        return "Contact[" + personId + "]";
    }
}
