package org.handbell.cases.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.handbell.contract.wire.UnreadableEventException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/// Sets a bad record aside on its topic's dead letters, as it came, with headers that say why. It
/// returns only when the broker has it; if the broker does not take it, the record is read again.
class KafkaDeadLetters implements ConsumerRecordRecoverer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Producer<byte[], byte[]> producer;
    private final InboxMetrics metrics;
    private final Clock clock;

    KafkaDeadLetters(Producer<byte[], byte[]> producer, InboxMetrics metrics, Clock clock) {
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var reason = reason(failure);
        send(letter(record, reason));
        metrics.setAside(record.topic());
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason)
                .log("record set aside");
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<?, ?> record, String reason) {
        var letter =
                new ProducerRecord<>(
                        record.topic() + ".dlt",
                        null,
                        record.timestamp(),
                        (byte[]) record.key(),
                        (byte[]) record.value(),
                        record.headers());
        DeadLetterHeaders.mark(letter.headers(), reason, clock.instant(), "/handbell/cases");
        return letter;
    }

    private void send(ProducerRecord<byte[], byte[]> letter) {
        try {
            producer.send(letter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(letter.topic() + " took no record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /// Only our own rules are told in words; any other message may quote content.
    static String reason(Exception failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnreadableEventException || t instanceof RejectedEventException) {
                return String.valueOf(t.getMessage());
            }
        }
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return "could not be handled: " + cause.getClass().getSimpleName();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
