package org.handbell.analysis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.Event;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.Wire;

/// Reads events out of records whose key and value are bytes.
public final class RecordsStream {

    private RecordsStream() {}

    /// The event in a record.
    ///
    /// @throws org.handbell.contract.wire.UnreadableEventException where it is none of the topic's
    public static <E extends Event> E read(Wire<E> wire, ConsumerRecord<byte[], byte[]> record) {
        return wire.read(
                Wire.header(record, CloudEventHeaders.TYPE).orElse(null),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
