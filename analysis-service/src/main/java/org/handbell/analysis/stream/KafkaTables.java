package org.handbell.analysis.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Registers;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// Follows `accounts.v1` and `register.v1`, all partitions of both, from their beginning. A record
/// that cannot be read is counted and shown in the health, never put aside: the table stays usable
/// without it, and its next version heals it.
class KafkaTables {

    private static final Logger log = LoggerFactory.getLogger(KafkaTables.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Accounts accounts;
    private final Registers registers;
    private final AnalysisMetrics metrics;
    private final Clock clock;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger bad = new AtomicInteger();
    private volatile Instant lastRead;
    private volatile boolean followed;
    private volatile Map<TopicPartition, Long> next = Map.of();

    KafkaTables(
            ConsumerFactory<byte[], byte[]> consumers,
            Accounts accounts,
            Registers registers,
            AnalysisMetrics metrics,
            Clock clock) {
        this.consumers = consumers;
        this.accounts = accounts;
        this.registers = registers;
        this.metrics = metrics;
        this.clock = clock;
        this.lastRead = clock.instant();
    }

    void start() {
        Thread.ofPlatform().name("tables").daemon().start(this::run);
    }

    void stop() {
        stopping.countDown();
    }

    /// Waits until both tables were read to the ends they had at the start.
    ///
    /// @return false where that took longer than the bound
    boolean awaitRead(Duration within) throws InterruptedException {
        return read.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean wasRead() {
        return read.getCount() == 0;
    }

    /// Records that could not be read since the start.
    int badRecords() {
        return bad.get();
    }

    /// Whether the tables are being followed now.
    boolean following() {
        return followed;
    }

    Instant lastRead() {
        return lastRead;
    }

    /// For each partition the offset that is read next; stays where it is while nothing is read.
    Map<TopicPartition, Long> next() {
        return next;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (var consumer = consumers.createConsumer(null, null, null)) {
                follow(consumer);
                consumer.close(
                        org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_WITHIN));
            } catch (KafkaException e) {
                followed = false;
                log.warn("the tables cannot be read just now: {}", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        try {
            while (stopping.getCount() > 0) {
                consumer.poll(POLL).forEach(this::take);
                registers.publish();
                next = positions(consumer);
                lastRead = clock.instant();
                followed = true;
                if (!wasRead() && reached(consumer, ends)) {
                    read.countDown();
                }
            }
        } catch (WakeupException e) {
            log.debug("woken up to stop", e);
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return Stream.<Topic<?>>of(Topics.ACCOUNTS, Topics.REGISTER)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static boolean reached(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    private static Map<TopicPartition, Long> positions(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                .collect(Collectors.toUnmodifiableMap(p -> p, consumer::position));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.ACCOUNTS.name())) {
                accounts.apply(RecordsStream.read(Wire.ACCOUNTS, record));
            } else {
                registers.apply(RecordsStream.read(Wire.REGISTER, record));
            }
        } catch (UnreadableEventException e) {
            bad.incrementAndGet();
            metrics.badTableRecord(record.topic());
            log.warn(
                    "bad record {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private void pause() {
        try {
            if (stopping.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("stopped while waiting to try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
