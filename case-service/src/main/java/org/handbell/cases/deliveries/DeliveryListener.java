package org.handbell.cases.deliveries;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Reads `deliveries.v1`.
@Component
class DeliveryListener {

    private final Wire<DeliveryEvent> wire = Wire.of(Topics.DELIVERIES);
    private final NoteDelivery noteDelivery;

    DeliveryListener(NoteDelivery noteDelivery) {
        this.noteDelivery = noteDelivery;
    }

    @KafkaListener(
            id = "handbell-cases-deliveries",
            groupId = "${handbell.reading.group:handbell-cases}-deliveries",
            topics = "deliveries.v1",
            containerFactory = "deskListeners")
    void read(ConsumerRecord<byte[], byte @Nullable []> record) {
        noteDelivery.note(wire.read(record));
    }
}
