package org.handbell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsTest {

    @TempDir Path folder;

    @Test
    void theDatabaseKeepsItsRowsOverARestart() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder.resolve("pg"), 0);
                var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (v text)");
            statement.execute("insert into kept values ('still here')");
        }
        try (var database = EmbeddedDatabase.start(folder.resolve("pg"), 0);
                var connection = DriverManager.getConnection(database.jdbcUrl());
                var rows = connection.createStatement().executeQuery("select v from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("still here");
        }
    }

    @Test
    void theBrokerKeepsItsTopicsOverARestart() {
        try (var broker = EmbeddedBroker.start(folder, 0, Map.of());
                var admin = admin(broker)) {
            new TopicSetup(admin, (short) 1).ensure(List.of(Topics.ALERTS));
        }
        try (var broker = EmbeddedBroker.start(folder, 0, Map.of());
                var admin = admin(broker)) {
            new TopicSetup(admin, (short) 1).ensure(List.of(Topics.ALERTS));
            assertThat(admin.listTopics().names().toCompletionStage().toCompletableFuture().join())
                    .contains("alerts.v1", "alerts.v1.dlt");
        }
    }

    /// Record timestamps are capture times, so a clock is not needed: posts captured three days ago
    /// must leave the disk, one captured now must stay.
    @Test
    void noSegmentOnDiskHoldsAPostPastItsTime() throws IOException {
        var overrides =
                Map.of(
                        "log.retention.check.interval.ms", "500",
                        "log.initial.task.delay.ms", "500",
                        "log.segment.delete.delay.ms", "100");
        try (var broker = EmbeddedBroker.start(folder, 0, overrides);
                var admin = admin(broker)) {
            new TopicSetup(admin, (short) 1).ensure(List.of(Topics.POSTS, Topics.FINDINGS));
            assertThat(Topics.POSTS.configuration())
                    .containsEntry("retention.ms", Long.toString(Duration.ofHours(64).toMillis()));
            try (var producer = producer(broker)) {
                send(producer, Topics.POSTS.name(), "PAST-ITS-TIME", Duration.ofHours(71));
                send(producer, Topics.POSTS.name(), "STILL-WITHIN", Duration.ofHours(60));
                send(producer, Topics.POSTS.deadLetters(), "DEAD-PAST", Duration.ofHours(71));
                send(producer, Topics.POSTS.deadLetters(), "DEAD-WITHIN", Duration.ZERO);
                send(producer, Topics.FINDINGS.name(), "FOUND-PAST", Duration.ofDays(14));
                send(producer, Topics.FINDINGS.name(), "FOUND-WITHIN", Duration.ofDays(3));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(onDisk()).doesNotContain("PAST"));
            assertThat(onDisk()).contains("STILL-WITHIN", "DEAD-WITHIN", "FOUND-WITHIN");
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, String topic, String text, Duration age) {
        var captured = Instant.now().minus(age).toEpochMilli();
        var value = text.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, 0, captured, "key", value));
        producer.flush();
    }

    /// Every log segment of the topics, read as the disk has it.
    private String onDisk() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().contains(".log")).toList()) {
                if (Files.isRegularFile(file) && !file.toString().contains("__")) {
                    text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        } catch (java.nio.file.NoSuchFileException | java.io.UncheckedIOException e) {
            // A segment was deleted while we looked: the next look sees the disk without it.
            return "PAST";
        }
        return text.toString();
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
