package org.handbell.notification.escalation;

import org.springframework.beans.factory.BeanFactory;

/// What the timers of this package call, for a test that is the timer.
public final class EscalationDoor {

    private EscalationDoor() {}

    public static void run(BeanFactory beans, String task, String id) {
        if (task.equals(Overdue.REMIND)) {
            beans.getBean(Overdue.class).dueNow(StepTimer.parse(id));
        } else {
            beans.getBean(Escalate.class).waitOver(StepTimer.parse(id));
        }
    }
}
