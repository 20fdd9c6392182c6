package org.handbell.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.handbell.contract.AlertEvent;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;

/// The case service's side of the topics.
final class Broker implements AutoCloseable {

    private static final String CASES = "/handbell/cases";
    private static final Wire<AlertEvent> ALERTS = Wire.of(Topics.ALERTS);
    private static final Wire<DeliveryEvent> DELIVERIES = Wire.of(Topics.DELIVERIES);

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());

    Broker() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            new TopicSetup(admin, (short) 1)
                    .ensure(List.of(Topics.ALERTS, Topics.RECIPIENTS, Topics.DELIVERIES));
        }
    }

    void tell(AlertEvent event) {
        send(ALERTS.record(event, CASES));
    }

    void tell(RecipientEvent event) {
        send(Wire.RECIPIENTS.record(event, CASES));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<DeliveryEvent> deliveries() {
        return read(Topics.DELIVERIES.name()).stream().map(DELIVERIES::read).toList();
    }

    List<DeliveryEvent> deliveriesOf(String alertId) {
        return deliveries().stream().filter(event -> event.alertId().equals(alertId)).toList();
    }

    List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
