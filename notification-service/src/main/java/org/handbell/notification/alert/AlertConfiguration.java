package org.handbell.notification.alert;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.handbell.operations.tracing.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// Binds the reader to its topic; `notification-service.yml` names these beans.
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long TRIES_OF_A_BAD_RECORD = 2;

    @Bean
    Consumer<Message<?>> alerts(
            TakeAlert takeAlert,
            KafkaDeadLetters deadLetters,
            AlertMetrics metrics,
            Traces traces) {
        return new AlertStream(takeAlert, deadLetters, metrics, traces);
    }

    @Bean
    MessagingMessageConverter alertRecords() {
        var converter = new MessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return converter;
    }

    /// While the database or the broker is away, an alert must not be passed over: it is tried
    /// again without end, with a pause that grows to 10 s. Anything else is the record's own fault
    /// (text that the database refuses, say) and must not hold up the others.
    @Bean
    DefaultErrorHandler alertRetries(KafkaDeadLetters deadLetters, AlertMetrics metrics) {
        var retries =
                new DefaultErrorHandler((record, failure) -> {
                    deadLetters.keep(bytes(record), "not taken: " + rootName(failure));
                    metrics.setAside();
                });
        retries.setBackOffFunction((_, failure) ->
                causes(failure).anyMatch(AlertConfiguration::passes)
                        ? untilItPasses()
                        : new FixedBackOff(FIRST_PAUSE_MILLIS, TRIES_OF_A_BAD_RECORD));
        return retries;
    }

    private static BackOff untilItPasses() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return pauses;
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof TransactionException
                || cause instanceof KafkaException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /// The name alone: a message may quote the record.
    private static String rootName(Throwable failure) {
        return causes(failure)
                .reduce((_, deeper) -> deeper)
                .map(cause -> cause.getClass().getSimpleName())
                .orElse("unknown");
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte @Nullable []> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte @Nullable []>) record;
    }
}
