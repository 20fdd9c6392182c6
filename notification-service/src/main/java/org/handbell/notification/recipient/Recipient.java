package org.handbell.notification.recipient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person who may be told.
///
/// @param phone null where none is known
/// @param digestHour hour of the day for what can wait, 0 to 23, Europe/London
/// @param absentUntil last day of an absence, Europe/London; null where present
public record Recipient(
        String personId,
        String email,
        @Nullable String phone,
        int digestHour,
        @Nullable LocalDate absentUntil) {

    public boolean absentOn(LocalDate day) {
        return absentUntil != null && !absentUntil.isBefore(day);
    }

    /// Without the addresses: this may be logged.
    @Override
    public String toString() {
        return "Recipient[" + personId + "]";
    }
}
