package org.handbell.standalone.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.handbell.contract.wire.DeadLetterHeaders;

/// Reading dead letters and writing them again, byte for byte.
final class KafkaReplay {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LARGEST = 7 * 1024 * 1024;

    private KafkaReplay() {}

    static Producer<byte[], byte[]> producer(Map<String, ?> client) {
        var settings = new HashMap<String, Object>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, KafkaDeadLetters.GROUP);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// The original record: its key decides the partition as it did before.
    static ProducerRecord<byte[], byte[]> again(
            ConsumerRecord<byte[], byte[]> record, String target) {
        var headers =
                List.of(record.headers().toArray()).stream()
                        .filter(header -> !DeadLetterHeaders.ALL.contains(header.key()))
                        .map(Header.class::cast)
                        .toList();
        return new ProducerRecord<>(
                target, null, record.timestamp(), record.key(), record.value(), headers);
    }

    /// Reads from the beginning to what is the end at the start of the call.
    ///
    /// @return the ends
    static Map<TopicPartition, Long> read(
            Map<String, ?> client,
            Collection<TopicPartition> partitions,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var consumer = consumer(client)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (behind(consumer, ends)) {
                for (var record : consumer.poll(POLL)) {
                    each.accept(record);
                }
            }
            return ends;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, ?> client) {
        return new KafkaConsumer<>(
                settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static boolean behind(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static Map<String, Object> settings(Map<String, ?> client) {
        var settings = new HashMap<String, Object>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }
}
