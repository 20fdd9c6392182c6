package org.handbell.cases.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.operations.logging.LogFields;
import org.handbell.operations.tracing.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Reads `findings.v1`. The offset moves on only after the transaction has committed; what a crash
/// in between repeats, the inbox recognises.
@Component
class FindingListener {

    private final Wire<FindingEvent> wire = Wire.of(Topics.FINDINGS);
    private final TakeIn takeIn;
    private final IntakeMetrics metrics;
    private final Traces traces;

    FindingListener(TakeIn takeIn, IntakeMetrics metrics, Traces traces) {
        this.takeIn = takeIn;
        this.metrics = metrics;
        this.traces = traces;
    }

    @KafkaListener(
            id = "handbell-cases-findings",
            groupId = "${handbell.reading.group:handbell-cases}",
            topics = "findings.v1",
            containerFactory = "deskListeners")
    void read(ConsumerRecord<byte[], byte @Nullable []> record) {
        try (var _ = traces.begin("take in", Wire.header(record, Traces.HEADER).orElse(null))) {
            take(wire.read(record));
        } finally {
            LogFields.clear();
        }
    }

    private void take(FindingEvent event) {
        if (takeIn.take(event)) {
            metrics.taken(event);
        } else {
            metrics.repeated();
        }
    }
}
