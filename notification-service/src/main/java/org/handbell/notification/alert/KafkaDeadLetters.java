package org.handbell.notification.alert;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Keeps records of `alerts.v1` that are no alerts on `alerts.v1.dlt`.
@Component
class KafkaDeadLetters {

    private static final String READER = "/handbell/notification";
    private static final int PATIENCE_SECONDS = 20;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock;

    KafkaDeadLetters(KafkaTemplate<byte[], byte[]> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /// Keeps key, value, headers and timestamp as they came, and says why. Returns when the broker
    /// has it, so that the record's offset is not committed before.
    void keep(ConsumerRecord<byte[], byte @Nullable []> record, String reason) {
        var letter =
                new ProducerRecord<byte[], byte[]>(
                        Topics.ALERTS.deadLetters(),
                        null,
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers());
        DeadLetterHeaders.mark(letter.headers(), reason, clock.instant(), READER);
        try {
            kafka.send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(letter.topic() + ": the broker took no record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
