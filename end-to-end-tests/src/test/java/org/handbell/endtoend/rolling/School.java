package org.handbell.endtoend.rolling;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.test.TestDatabase;
import org.jspecify.annotations.Nullable;

/// What the services stand between: a broker of its own, a database, blogs and a mail server, all
/// real.
final class School implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final Duration STEP = Duration.ofMillis(200);

    private final EmbeddedBroker kafka;
    private final String broker;
    private final String database = TestDatabase.newDatabase();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Feeds feeds;
    private final Path folder;
    private final Path trust;

    School(Path folder, int accounts) throws IOException {
        this.folder = folder;
        this.feeds = new Feeds(accounts);
        this.trust = Files.writeString(folder.resolve("trust.json"), Trust.json(feeds, accounts));
        for (var key : List.of("hash.key", "evidence.key", "fingerprint.key")) {
            var random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            Files.write(folder.resolve(key), random);
        }
        this.kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of());
        this.broker = kafka.bootstrapServers();
        mail.start();
    }

    Feeds feeds() {
        return feeds;
    }

    /// Settings of a service, as an operator would give them.
    List<String> settings(Service service) {
        var shared =
                Stream.of(
                        "spring.kafka.bootstrap-servers=" + broker,
                        "handbell.kafka.replication=1",
                        "server.address=127.0.0.1");
        return Stream.concat(shared, own(service)).toList();
    }

    private Stream<String> own(Service service) {
        return switch (service) {
            case INGEST ->
                    Stream.of(
                            "handbell.ingest.fingerprint-key-file=" + key("fingerprint.key"),
                            "handbell.ingest.http.allowed-private=127.0.0.1:" + feeds.port(),
                            "handbell.ingest.http.per-host.requests=1000",
                            "handbell.ingest.http.per-host.concurrent=32",
                            "handbell.ingest.poll.fastest=300ms",
                            "handbell.ingest.poll.slowest=600ms");
            // What is tested is the way of a post: each shall be one matter, for one person.
            case ANALYSIS ->
                    Stream.of(
                            "handbell.hash-key-file=" + key("hash.key"),
                            "handbell.analysis.meaning=never");
            case CASES ->
                    Stream.of(
                            "spring.datasource.url=" + database,
                            "handbell.hash-key-file=" + key("hash.key"),
                            "handbell.evidence.master-key-file=" + key("evidence.key"),
                            "handbell.import.trust=" + trust,
                            "handbell.sign-in.one-click=true",
                            // Each post is to be a case of its own.
                            "handbell.intake.join-within=0s");
            case NOTIFICATION ->
                    Stream.of(
                            "spring.datasource.url=" + database,
                            "handbell.mail.from=handbell@wendlebury.test",
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + mail.getSmtp().getPort(),
                            "handbell.quiet-hours.on=false",
                            "handbell.limits.email.an-hour=100000");
        };
    }

    private Path key(String name) {
        return folder.resolve(name);
    }

    /// How many mails were sent, as notification has it on record.
    int delivered() {
        return rows("select delivery_id from notification.delivery where state = 'DELIVERED'")
                .size();
    }

    /// The id and the time of arrival of each mail.
    List<Mail> mailbox() throws MessagingException {
        var all = new ArrayList<Mail>();
        for (var message : mail.getReceivedMessages()) {
            all.add(
                    new Mail(
                            message.getHeader("Message-ID", null),
                            message.getReceivedDate().toInstant()));
        }
        return all;
    }

    /// All committed records of a topic.
    List<ConsumerRecord<byte[], byte @Nullable []>> records(String topic) {
        var settings =
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class);
        var records = new ArrayList<ConsumerRecord<byte[], byte @Nullable []>>();
        try (var consumer = new KafkaConsumer<byte[], byte @Nullable []>(settings)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(STEP).forEach(records::add);
            }
        }
        return records;
    }

    /// The rows of a query, as text.
    List<List<String>> rows(String sql) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask: " + sql, e);
        }
    }

    @Override
    public void close() {
        mail.stop();
        kafka.close();
        feeds.close();
    }

    record Mail(String id, Instant at) {}
}
