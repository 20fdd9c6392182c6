package org.handbell.ingest.watch;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.stream.CompactedStream;
import org.handbell.ingest.stream.StreamClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `watches.v1` in full, in every instance, and follows it.
public final class WatchesStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchesStream.class);

    private final Watches watches;
    private final IngestMetrics metrics;
    private final CompactedStream stream;

    WatchesStream(StreamClient clients, Watches watches, IngestMetrics metrics) {
        this.watches = watches;
        this.metrics = metrics;
        this.stream = new CompactedStream(clients, Topics.WATCHES, this::read);
    }

    public void start() {
        stream.start();
    }

    /// Waits until everything that is watched now has been read.
    ///
    /// @return false where patience ran out first
    public boolean catchUp(Duration patience) {
        return stream.catchUp(patience);
    }

    @Override
    public void close() {
        stream.close();
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            watches.apply(Wire.WATCHES.read(record));
        } catch (UnreadableEventException e) {
            LOG.warn(
                    "passed over a record of partition {} at offset {}: {}",
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            metrics.tableRecordPassedOver(Topics.WATCHES.name());
        }
    }
}
