package org.handbell.cases.pictures;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Reads `media.v1`.
@Component
class MediaListener {

    private final Wire<MediaEvent> wire = Wire.of(Topics.MEDIA);
    private final KeepPicture keepPicture;

    MediaListener(KeepPicture keepPicture) {
        this.keepPicture = keepPicture;
    }

    @KafkaListener(
            id = "handbell-cases-media",
            groupId = "${handbell.reading.group:handbell-cases}-media",
            topics = "media.v1",
            concurrency = "1",
            containerFactory = "deskListeners")
    void read(ConsumerRecord<byte[], byte @Nullable []> record) {
        switch (wire.read(record)) {
            case MediaEvent.Captured captured -> keepPicture.keep(captured);
        }
    }
}
