package org.handbell.notification.outbox;

import org.handbell.contract.DeliveryEvent;

/// Where an event is left, in the transaction of the change it tells of, for the relay.
public interface Outbox {

    void add(DeliveryEvent event);
}
