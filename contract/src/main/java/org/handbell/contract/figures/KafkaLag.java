package org.handbell.contract.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// How many records this instance is behind. The broker is asked, not the consumer: a consumer that
/// is stuck does not see what arrives meanwhile, and would show the lag it had before. Only what is
/// committed counts, up to the last stable offset.
public final class KafkaLag implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Admin admin;
    private final List<Reading> readings;

    public KafkaLag(Admin admin, List<? extends Reading> readings) {
        this.admin = admin;
        this.readings = List.copyOf(readings);
    }

    /// Records behind, by topic, over the partitions that this instance has. Three questions to the
    /// broker and one for each group; none where this instance has no partition.
    ///
    /// @throws IllegalStateException where the broker does not answer
    public Map<String, Long> behind() {
        var next = new HashMap<TopicPartition, Long>();
        readings.forEach(reading -> next.putAll(next(reading)));
        if (next.isEmpty()) {
            return Map.of();
        }
        var first = offsets(next.keySet(), OffsetSpec.earliest());
        var end = offsets(next.keySet(), OffsetSpec.latest());
        var behind = new TreeMap<String, Long>();
        next.forEach((partition, offset) -> {
            var from = Math.max(offset, first.getOrDefault(partition, 0L));
            var left = Math.max(0, end.getOrDefault(partition, 0L) - from);
            behind.merge(partition.topic(), left, Long::sum);
        });
        return behind;
    }

    @Override
    public void close() {
        admin.close(GOODBYE);
    }

    private Map<TopicPartition, Long> next(Reading reading) {
        return switch (reading) {
            case Reading.Table(var next) -> next.get();
            case Reading.Group(var id, var held) -> committed(id, new ArrayList<>(held.get()));
        };
    }

    /// A partition without a committed offset is read from its beginning.
    private Map<TopicPartition, Long> committed(String group, List<TopicPartition> held) {
        if (held.isEmpty()) {
            return Map.of();
        }
        var committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return held.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                partition -> {
                                    var offset = committed.get(partition);
                                    return offset == null ? 0L : offset.offset();
                                }));
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, _ -> which));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        var offsets = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(asked, options).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not tell its offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
