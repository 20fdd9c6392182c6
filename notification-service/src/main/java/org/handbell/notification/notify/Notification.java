package org.handbell.notification.notify;

import java.time.Instant;
import org.handbell.contract.Severity;

/// One message to one person. It says that something needs the person, where, and by when; it has
/// no field for who, what or which clause, so that no channel can tell.
///
/// @param deliveryId the same on every attempt: what a repeat is recognised by
/// @param address where the channel reaches the person
/// @param reference short reference of the case: `4K7P-XM`
/// @param school name of the academy or trust
/// @param dueAt by when a person should have looked
/// @param link the case behind sign-in
/// @param attempt from 1
public record Notification(
        String deliveryId,
        String address,
        Severity severity,
        String reference,
        String school,
        Instant dueAt,
        String link,
        int attempt) {

    /// Without the address: this may be logged.
    @Override
    public String toString() {
        return "Notification[" + deliveryId + ", attempt " + attempt + "]";
    }
}
