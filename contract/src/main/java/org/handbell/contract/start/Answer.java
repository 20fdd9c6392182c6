package org.handbell.contract.start;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/// What a broker answered: a value, or the error it gave instead.
sealed interface Answer<T> {

    /// Longest wait for one answer.
    Duration PATIENCE = Duration.ofSeconds(30);

    record Given<T>(T value) implements Answer<T> {}

    record Refused<T>(Throwable error) implements Answer<T> {}

    /// @throws IllegalStateException where no answer comes in time
    static <T> Answer<T> of(KafkaFuture<T> future, String what) {
        try {
            return new Given<>(future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return new Refused<>(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka: no answer in " + PATIENCE + " to " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The value, where any error is the broker's trouble and none of ours.
    static <T> T value(KafkaFuture<T> future, String what) {
        return switch (of(future, what)) {
            case Given<T>(T value) -> value;
            case Refused<T>(Throwable error) ->
                    throw new IllegalStateException("Kafka: could not " + what, error);
        };
    }

    default boolean isRefusedWith(Class<? extends Throwable> kind) {
        return this instanceof Refused<T>(Throwable error) && kind.isInstance(error);
    }
}
