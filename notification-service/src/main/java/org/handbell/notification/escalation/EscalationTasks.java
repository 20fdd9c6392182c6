package org.handbell.notification.escalation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The timers behind each wait of a ladder and each due time.
@Configuration(proxyBeanMethods = false)
class EscalationTasks {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Task<Void> escalateTask(Escalate escalate) {
        return Tasks.custom(Escalate.ESCALATE, Void.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(PAUSE, 1.5))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    escalate.waitOver(StepTimer.parse(instance.getId()));
                    return new OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> remindTask(Overdue overdue) {
        return Tasks.custom(Overdue.REMIND, Void.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(PAUSE, 1.5))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    overdue.dueNow(StepTimer.parse(instance.getId()));
                    return new OnCompleteRemove<>();
                });
    }
}
