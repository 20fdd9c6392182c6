package org.handbell.notification.alert;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.handbell.operations.logging.LogFields;
import org.handbell.operations.tracing.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// The reader of `alerts.v1`. Lets no exception out but the infrastructure's: those are tried again
/// until the database or the broker answers; a record that is no alert is kept aside and the good
/// ones go on.
class AlertStream implements Consumer<Message<?>> {

    private static final Logger log = LoggerFactory.getLogger(AlertStream.class);

    private final TakeAlert takeAlert;
    private final KafkaDeadLetters deadLetters;
    private final AlertMetrics metrics;
    private final Traces traces;
    private final Wire<AlertEvent> wire = Wire.of(Topics.ALERTS);

    AlertStream(
            TakeAlert takeAlert,
            KafkaDeadLetters deadLetters,
            AlertMetrics metrics,
            Traces traces) {
        this.takeAlert = takeAlert;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    public void accept(Message<?> message) {
        var record = record(message);
        try (var _ = traces.begin("take alert", Wire.header(record, Traces.HEADER).orElse(null))) {
            take(record);
        }
    }

    private void take(ConsumerRecord<byte[], byte @Nullable []> record) {
        AlertEvent event;
        try {
            event = wire.read(record);
        } catch (UnreadableEventException e) {
            setAside(record, String.valueOf(e.getMessage()));
            return;
        }
        try {
            reference(event).ifPresent(LogFields::set);
            takeAlert.take(event);
        } finally {
            LogFields.clear();
        }
    }

    private static Optional<String> reference(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised raised -> Optional.of(raised.reference());
            case AlertEvent.Regraded regraded -> Optional.of(regraded.reference());
            case AlertEvent.HandedOver handedOver -> Optional.of(handedOver.reference());
            case AlertEvent.Acknowledged _, AlertEvent.Withdrawn _ -> Optional.empty();
        };
    }

    private void setAside(ConsumerRecord<byte[], byte @Nullable []> record, String reason) {
        log.warn(
                "{} partition {} offset {} set aside: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        deadLetters.keep(record, reason);
        metrics.setAside();
    }

    /// The record itself, as the converter of AlertConfiguration adds it: its headers, key and
    /// timestamp untouched.
    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte @Nullable []> record(Message<?> message) {
        return (ConsumerRecord<byte[], byte @Nullable []>)
                Objects.requireNonNull(message.getHeaders().get(KafkaHeaders.RAW_DATA));
    }
}
