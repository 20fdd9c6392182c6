package org.handbell.notification.recipient;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Follows `recipients.v1` into the database.
///
/// Each instance reads the whole table from its start, without a consumer group: committed offsets
/// would leave an empty database empty, and a tombstone that was compacted away while we were down
/// would leave an address behind for ever. The first pass is folded in memory, so that nobody who
/// left comes back even for a moment. Several instances write the same rows, which changes nothing.
@Component
class RecipientStream implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecipientStream.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte @Nullable []> consumers;
    private final Recipients recipients;
    private final RecipientMetrics metrics;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Map<TopicPartition, Long> next = Map.of();
    private volatile Optional<Thread> reader = Optional.empty();

    RecipientStream(
            ConsumerFactory<byte[], byte @Nullable []> consumers,
            Recipients recipients,
            RecipientMetrics metrics,
            Clock clock) {
        this.consumers = consumers;
        this.recipients = recipients;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start() {
        reader = Optional.of(Thread.ofVirtual().name("recipients").start(this::follow));
    }

    @Override
    public void stop() {
        stop.countDown();
        reader.ifPresent(RecipientStream::join);
        reader = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return reader.isPresent();
    }

    /// For each partition the offset after what is in the database; stays where it is while nothing
    /// is read.
    Map<TopicPartition, Long> next() {
        return next;
    }

    private void follow() {
        while (stop.getCount() > 0) {
            try (var consumer = consumer()) {
                readAll(consumer);
                readOn(consumer);
            } catch (KafkaException | DataAccessException e) {
                log.warn("recipients.v1: reading anew in {}", PAUSE, e);
                pause();
            }
        }
    }

    private Consumer<byte[], byte @Nullable []> consumer() {
        var properties = new Properties();
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumers.createConsumer(null, null, "recipients", properties);
    }

    private void readAll(Consumer<byte[], byte @Nullable []> consumer) {
        var began = clock.instant();
        var partitions =
                consumer.partitionsFor(Topics.RECIPIENTS.name()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var table = new LinkedHashMap<String, Listed>();
        var ends = consumer.endOffsets(partitions);
        while (stop.getCount() > 0
                && ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            events(consumer).forEach(event -> fold(table, event));
        }
        if (stop.getCount() > 0) {
            recipients.replace(table.values(), began);
            next = positions(consumer);
            log.info("recipients.v1: {} people may be told", table.size());
        }
    }

    private static void fold(LinkedHashMap<String, Listed> table, RecipientEvent event) {
        switch (event) {
            case Listed listed ->
                    table.merge(
                            listed.personId(),
                            listed,
                            (old, now) -> now.revision() >= old.revision() ? now : old);
            case RecipientEvent.Left left -> table.remove(left.personId());
        }
    }

    private void readOn(Consumer<byte[], byte @Nullable []> consumer) {
        while (stop.getCount() > 0) {
            events(consumer).forEach(event -> recipients.follow(event, clock.instant()));
            next = positions(consumer);
        }
    }

    private static Map<TopicPartition, Long> positions(
            Consumer<byte[], byte @Nullable []> consumer) {
        return consumer.assignment().stream()
                .collect(Collectors.toUnmodifiableMap(p -> p, consumer::position));
    }

    private List<RecipientEvent> events(Consumer<byte[], byte @Nullable []> consumer) {
        var events = new ArrayList<RecipientEvent>();
        for (ConsumerRecord<byte[], byte @Nullable []> record : consumer.poll(POLL)) {
            event(record).ifPresent(events::add);
        }
        return events;
    }

    private Optional<RecipientEvent> event(ConsumerRecord<byte[], byte @Nullable []> record) {
        try {
            return Optional.of(Wire.RECIPIENTS.read(record));
        } catch (UnreadableEventException e) {
            metrics.unreadable();
            log.warn("recipients.v1, offset {}: {}", record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private void pause() {
        try {
            stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
