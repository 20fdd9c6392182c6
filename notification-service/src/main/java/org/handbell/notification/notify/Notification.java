package org.handbell.notification.notify;

/// One message to one person by one channel.
///
/// @param deliveryId the same on every attempt: what a repeat is recognised by
/// @param address where the channel reaches the person
/// @param message what it says
/// @param attempt from 1
/// @param repeat true where an earlier attempt may have arrived
public record Notification(
        String deliveryId, String address, Message message, int attempt, boolean repeat) {

    /// Without the address: this may be logged.
    @Override
    public String toString() {
        return "Notification[" + deliveryId + ", attempt " + attempt + "]";
    }
}
