package org.handbell.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The timers behind each message, whose instance id is the delivery id, and behind each digest.
@Configuration(proxyBeanMethods = false)
public class DeliveryTasks {

    public static final String DELIVER = "deliver";
    public static final String DIGEST = "digest";

    /// Attempts fail as values; an exception is a bug or a database that is away. The growing pause
    /// keeps such a message from going out again and again.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    Task<Void> deliverTask(Deliver deliver) {
        return Tasks.custom(DELIVER, Void.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(PAUSE, 2))
                .onDeadExecutionRevive()
                .execute((instance, _) ->
                        deliver.deliver(instance.getId())
                                .map(DeliveryTasks::again)
                                .orElseGet(OnCompleteRemove::new));
    }

    @Bean
    Task<Void> digestTask(DeliverDigest digests) {
        return Tasks.custom(DIGEST, Void.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(PAUSE, 2))
                .onDeadExecutionRevive()
                .execute((instance, _) ->
                        digests.deliver(DigestTimer.parse(instance.getId()).personId())
                                .map(DeliveryTasks::again)
                                .orElseGet(OnCompleteRemove::new));
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }
}
