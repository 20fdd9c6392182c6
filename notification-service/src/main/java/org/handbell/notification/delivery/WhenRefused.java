package org.handbell.notification.delivery;

/// Hears of messages that will not arrive, inside the transaction that settles them.
public interface WhenRefused {

    void refused(Delivery delivery);
}
