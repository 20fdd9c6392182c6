package org.handbell.notification.selfcheck;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The timer behind the self-check: one for all instances.
@Configuration(proxyBeanMethods = false)
class SelfCheckTasks {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    Task<Void> selfCheckTask(SelfCheck selfCheck, SelfCheckSettings settings) {
        var task =
                Tasks.custom("self-check", Void.class)
                        .onFailure(new ExponentialBackoffFailureHandler<>(PAUSE, 2))
                        .onDeadExecutionRevive();
        if (settings.on()) {
            task = task.scheduleOnStartup("only", null, (Instant now) -> now);
        }
        return task.execute((_, _) ->
                selfCheck.tryOnce().map(SelfCheckTasks::again).orElseGet(OnCompleteRemove::new));
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }
}
