package org.handbell.notification.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.notification.outbox.JdbcOutbox.Waiting;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ships the outbox to `deliveries.v1`. A row goes only when the broker has acknowledged it, so a
/// crash in between sends it twice, with the same derived id, and never loses it.
@Component
class KafkaOutboxRelay {

    private static final String SOURCE = "/handbell/notification";

    private final JdbcOutbox outbox;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final TransactionTemplate transactions;
    private final OutboxSettings settings;
    private final Wire<DeliveryEvent> wire = Wire.of(Topics.DELIVERIES);

    KafkaOutboxRelay(
            JdbcOutbox outbox,
            KafkaTemplate<byte[], byte[]> kafka,
            TransactionTemplate transactions,
            OutboxSettings settings) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.transactions = transactions;
        this.settings = settings;
    }

    /// Sends until less than a batch is left.
    @Scheduled(fixedDelayString = "${handbell.outbox.every:300ms}")
    void relay() {
        int sent;
        do {
            sent = transactions.execute(_ -> batch());
        } while (sent == settings.batch());
    }

    private int batch() {
        if (!outbox.lock()) {
            return 0;
        }
        var waiting = outbox.oldest(settings.batch());
        if (!waiting.isEmpty()) {
            send(waiting);
            outbox.remove(waiting);
        }
        return waiting.size();
    }

    private void send(List<Waiting> waiting) {
        var sent = waiting.stream().map(Waiting::event).map(this::record).map(kafka::send).toList();
        var all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
        try {
            all.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("deliveries.v1: the broker took no batch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(DeliveryEvent event) {
        var record = wire.record(event, SOURCE);
        return new ProducerRecord<>(
                record.topic(),
                null,
                record.timestamp(),
                record.key().getBytes(UTF_8),
                record.value(),
                record.headers());
    }
}
