package org.handbell.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handbell.contract.Event;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;

/// Reads what is on a topic now.
public final class TopicReader {

    private TopicReader() {}

    /// All records whose key begins with a prefix, in their order within each partition.
    public static List<ConsumerRecord<String, byte @Nullable []>> records(
            String bootstrap, String topic, String prefix) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte @Nullable []>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends, p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records.stream().filter(r -> r.key().startsWith(prefix)).toList();
        }
    }

    /// The last event of each key that begins with a prefix.
    public static <E extends Event> Map<String, E> table(
            String bootstrap, Wire<E> wire, String prefix) {
        return records(bootstrap, wire.topic().name(), prefix).stream()
                .collect(
                        Collectors.toMap(
                                ConsumerRecord::key,
                                wire::read,
                                (first, last) -> last,
                                LinkedHashMap::new));
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
