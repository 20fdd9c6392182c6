package org.handbell.notification.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Timers in db-scheduler's table. Its own hint for immediate execution would come before the
/// commit, when the row cannot be seen yet: so it is given after it, and nobody waits for a poll.
@Component
class SchedulerTimers implements Timers {

    /// Asked for late: the scheduler itself is made of tasks that set timers.
    private final ObjectProvider<Scheduler> scheduler;

    SchedulerTimers(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void set(String task, String id, Instant at) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(task, id), at);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            scheduler.getObject().triggerCheckForDueExecutions();
                        }
                    });
        }
    }
}
