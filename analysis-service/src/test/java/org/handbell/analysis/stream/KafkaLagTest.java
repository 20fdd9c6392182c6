package org.handbell.analysis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.LagMetrics;
import org.handbell.contract.figures.Reading;
import org.handbell.contract.figures.RefreshedFigures;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaLagTest {

    private final String topic = "lag-" + UUID.randomUUID();
    private final String group = "reader-of-" + topic;
    private final TopicPartition first = new TopicPartition(topic, 0);
    private final TopicPartition second = new TopicPartition(topic, 1);
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));

    @BeforeEach
    void topic() throws ExecutionException, InterruptedException, TimeoutException {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1)))
                .all()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void aReaderThatIsStuckIsShownToFallBehind() {
        var lag = groupHolding(first, second);
        write(first, 3);
        write(second, 2);
        commit(Map.of(first, 3L, second, 1L));
        assertThat(lag.behind()).isEqualTo(Map.of(topic, 1L));

        write(first, 4);

        assertThat(lag.behind()).isEqualTo(Map.of(topic, 5L));
    }

    @Test
    void aPartitionThatNothingWasCommittedOnIsReadFromItsBeginning() {
        write(first, 3);

        assertThat(groupHolding(first).behind()).isEqualTo(Map.of(topic, 3L));
    }

    @Test
    void onlyThePartitionsOfThisInstanceCountAndNoneMeansNoFigure() {
        write(first, 3);
        write(second, 2);

        assertThat(groupHolding(second).behind()).isEqualTo(Map.of(topic, 2L));
        assertThat(groupHolding().behind()).isEmpty();
    }

    @Test
    void whatIsNotCommittedYetIsNotBehind() {
        try (var producer = producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(first));
            producer.flush();
            assertThat(groupHolding(first).behind()).isEqualTo(Map.of(topic, 0L));

            producer.commitTransaction();

            await().untilAsserted(
                            () -> assertThat(groupHolding(first).behind().get(topic)).isPositive());
        }
    }

    @Test
    void aTableIsBehindByWhatItHasNotRead() {
        write(first, 5);
        var table = new Reading.Table(() -> Map.of(first, 2L, second, 0L));

        assertThat(new KafkaLag(admin, List.of(table)).behind()).isEqualTo(Map.of(topic, 3L));
    }

    @Test
    void aRevokedPartitionDropsOutOfTheFigure() {
        write(first, 3);
        write(second, 2);
        var held = new java.util.concurrent.atomic.AtomicReference<>(Set.of(first, second));
        var registry = new SimpleMeterRegistry();
        var lag = new KafkaLag(admin, List.of(new Reading.Group(group, held::get)));
        try (var metrics = new LagMetrics(registry, lag);
                var refreshed = new RefreshedFigures("lag", Duration.ofMillis(100), metrics)) {
            refreshed.start();
            await().untilAsserted(() -> assertThat(shown(registry)).isEqualTo(5));
            held.set(Set.of(second));
            await().untilAsserted(() -> assertThat(shown(registry)).isEqualTo(2));
            held.set(Set.of());
            await().until(() -> registry.find("handbell.consumer.lag").gauges().isEmpty());
        }
    }

    @Test
    void whereTheBrokerIsAwayThereIsNoFigureAndNoFailure() {
        write(first, 3);
        var registry = new SimpleMeterRegistry();
        var lag = groupHolding(first);
        try (var metrics = new LagMetrics(registry, lag);
                var refreshed = new RefreshedFigures("lag", Duration.ofMillis(100), metrics)) {
            refreshed.start();
            await().untilAsserted(() -> assertThat(shown(registry)).isEqualTo(3));

            admin.close();

            await().until(() -> registry.find("handbell.consumer.lag").gauges().isEmpty());
        }
    }

    private static double shown(SimpleMeterRegistry registry) {
        return registry.get("handbell.consumer.lag").gauge().value();
    }

    private KafkaLag groupHolding(TopicPartition... partitions) {
        return new KafkaLag(admin, List.of(new Reading.Group(group, () -> Set.of(partitions))));
    }

    private void commit(Map<TopicPartition, Long> offsets) {
        var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
        offsets.forEach((at, offset) -> committed.put(at, new OffsetAndMetadata(offset)));
        await().ignoreExceptions()
                .untilAsserted(() ->
                        admin.alterConsumerGroupOffsets(group, committed)
                                .all()
                                .get(20, TimeUnit.SECONDS));
    }

    private void write(TopicPartition to, int records) {
        try (var producer = producer(Map.of())) {
            for (int i = 0; i < records; i++) {
                producer.send(record(to));
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(TopicPartition to) {
        return new ProducerRecord<>(to.topic(), to.partition(), null, "x".getBytes(UTF_8));
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", TestKafka.bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
