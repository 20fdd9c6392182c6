package org.handbell.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.analysis.Invented;
import org.handbell.contract.Event;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.contract.wire.Wire;

/// Writes to and reads from the topics around the analysis.
public final class Topical implements AutoCloseable {

    private static final Wire<FindingEvent> FINDINGS = Wire.of(Topics.FINDINGS);

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    public Topical(String bootstrap) {
        this.bootstrap = bootstrap;
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicSetup(admin, (short) 1)
                    .ensure(
                            List.of(
                                    Topics.ACCOUNTS,
                                    Topics.REGISTER,
                                    Topics.POSTS,
                                    Topics.FINDINGS));
        }
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public void trust() {
        Invented.register().forEach(entry -> send(Wire.REGISTER, entry));
        Invented.accounts().forEach(account -> send(Wire.ACCOUNTS, account));
    }

    public <E extends Event> void send(Wire<E> wire, E event) {
        send(wire.record(event, "/handbell/test"));
    }

    /// As ingest writes: what follows the record on its partition is the mark of the transaction.
    <E extends Event> void sendInTransaction(Wire<E> wire, E event) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "test-" + this);
        try (var transactional =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(wire.record(event, "/handbell/test"));
            transactional.commitTransaction();
        }
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take a record", e);
        }
    }

    static FindingEvent finding(ConsumerRecord<String, byte[]> record) {
        return FINDINGS.read(
                Wire.header(record, "ce_type").orElse(null),
                record.key(),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// All committed records of a topic so far that are asked for.
    List<ConsumerRecord<String, byte[]>> committed(
            String topic, Predicate<ConsumerRecord<String, byte[]>> asked) {
        var properties =
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream().filter(asked).toList();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
