package org.handbell.notification.recipient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person who may be told.
///
/// @param absentUntil last day of an absence, Europe/London; null where present
public record Recipient(String personId, String email, @Nullable LocalDate absentUntil) {

    public boolean absentOn(LocalDate day) {
        return absentUntil != null && !absentUntil.isBefore(day);
    }

    /// Without the address: this may be logged.
    @Override
    public String toString() {
        return "Recipient[" + personId + "]";
    }
}
