package org.handbell.ingest.account;

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

/// Reads `accounts.v1` in full and follows it. A record that cannot be read is counted and shown,
/// never dead-lettered: it would be met again at every start.
public final class AccountsStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsStream.class);

    private final Accounts accounts;
    private final IngestMetrics metrics;
    private final CompactedStream stream;

    AccountsStream(StreamClient clients, Accounts accounts, IngestMetrics metrics) {
        this.accounts = accounts;
        this.metrics = metrics;
        this.stream = new CompactedStream(clients, Topics.ACCOUNTS, this::read);
    }

    public void start() {
        stream.start();
    }

    /// Waits until everything that is in the register now has been read.
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
            accounts.apply(record.partition(), Wire.ACCOUNTS.read(record));
        } catch (UnreadableEventException e) {
            LOG.warn(
                    "passed over a record of partition {} at offset {}: {}",
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            metrics.tableRecordPassedOver(Topics.ACCOUNTS.name());
            if (record.key() != null) {
                accounts.unreadable(record.partition(), record.key());
            }
        }
    }
}
