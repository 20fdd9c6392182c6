package org.handbell.notification.alert;

import org.handbell.contract.AlertEvent;
import org.springframework.beans.factory.BeanFactory;

/// What the reader of this package calls, for a test that is the reader.
public final class AlertDoor {

    private AlertDoor() {}

    public static void take(BeanFactory beans, AlertEvent event) {
        beans.getBean(TakeAlert.class).take(event);
    }
}
