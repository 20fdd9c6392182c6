package org.handbell.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.contract.Event;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.stream.StreamClient;
import org.handbell.test.TestKafka;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// The tests' own hands on the broker: what other services would write and read.
public final class Broker implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    public Broker() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            new TopicSetup(admin, (short) 1).ensure(Topics.all());
        }
    }

    /// What the engine makes its clients from.
    public static StreamClient clients() {
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(TestKafka.bootstrapServers()));
        return new StreamClient(properties);
    }

    public <E extends Event> void tell(Wire<E> wire, E event) {
        send(wire.record(event, "/handbell/cases"));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /// The committed news of the posts of an account, as they stand now.
    public List<PostEvent> posts(String accountId) {
        return committed(Topics.POSTS.name(), Topics.POSTS.partitions()).stream()
                .filter(record -> accountId.equals(record.key()))
                .map(Wire.of(Topics.POSTS)::read)
                .toList();
    }

    /// The committed records under a key.
    public List<ConsumerRecord<String, byte @Nullable []>> records(
            String topic, int partitions, String key) {
        return committed(topic, partitions).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte @Nullable []>> committed(
            String topic, int partitions) {
        var all =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        var records = new ArrayList<ConsumerRecord<String, byte @Nullable []>>();
        try (var consumer = clients().consumer(Map.of())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
    }
}
