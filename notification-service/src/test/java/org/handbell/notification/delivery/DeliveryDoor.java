package org.handbell.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/// What the timers of this package call, for a test that is the timer.
public final class DeliveryDoor {

    private DeliveryDoor() {}

    /// When it is to be tried next; empty where it is settled.
    public static Optional<Instant> run(BeanFactory beans, String task, String id) {
        return task.equals(DeliveryTasks.DIGEST)
                ? beans.getBean(DeliverDigest.class).deliver(DigestTimer.parse(id).personId())
                : beans.getBean(Deliver.class).deliver(id);
    }
}
