package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.handbell.cases.publishing.PublishAnew;
import org.handbell.cases.trust.ImportTrust;
import org.handbell.contract.wire.Wire;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// What was committed reaches the broker, whatever happens in between.
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir Path folder;

    @Test
    void whileTheBrokerIsAwayAChangeWaitsAndThenArrives() throws Exception {
        var port = freePort();
        var broker = EmbeddedBroker.start(folder, port, Map.of());
        var prefix = TestDesk.newPrefix();
        try (var desk = TestDesk.start(prefix, quickToGiveUp("127.0.0.1:" + port))) {
            broker.close();
            desk.bean(ImportTrust.class).from(TestDesk.trustFile(prefix, text -> text));
            await().atMost(SOON).until(() -> failed(desk) > 0);
            await().atMost(SOON).until(() -> gauge(desk) > 0);
            broker = EmbeddedBroker.start(folder, port, Map.of());
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
            assertThat(TopicReader.table("127.0.0.1:" + port, Wire.ACCOUNTS, prefix)).hasSize(4);
            assertThat(TopicReader.table("127.0.0.1:" + port, Wire.REGISTER, prefix)).hasSize(20);
            await().atMost(SOON).until(() -> gauge(desk) == 0);
        } finally {
            broker.close();
        }
    }

    @Test
    void anEmptyKafkaIsFilledAtTheNextStart() throws Exception {
        var properties = new HashMap<String, String>();
        var prefix = TestDesk.newPrefix();
        try (var desk = TestDesk.start(prefix, Map.of())) {
            properties.put("spring.datasource.url", desk.property("spring.datasource.url"));
            properties.put("handbell.hash-key-file", desk.property("handbell.hash-key-file"));
            desk.bean(ImportTrust.class).from(TestDesk.trustFile(prefix, text -> text));
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
        }
        try (var broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
            try (var desk = TestDesk.start(prefix, properties)) {
                await().atMost(SOON).until(() -> outstanding(desk) == 0);
                assertThat(TopicReader.table(broker.bootstrapServers(), Wire.ACCOUNTS, prefix))
                        .hasSize(4);
                assertThat(TopicReader.table(broker.bootstrapServers(), Wire.RECIPIENTS, prefix))
                        .hasSize(7);
                desk.bean(PublishAnew.class).everything();
                await().atMost(SOON).until(() -> outstanding(desk) == 0);
                assertThat(TopicReader.records(broker.bootstrapServers(), "accounts.v1", prefix))
                        .hasSize(8);
            }
        }
    }

    @Test
    void aDeskThatIsKilledBetweenCommitAndSendPublishesAfterTheRestart() throws SQLException {
        var prefix = TestDesk.newPrefix();
        var properties = TestDesk.properties(Map.of());
        var importing = new HashMap<>(properties);
        importing.put("handbell.import.trust", TestDesk.trustFile(prefix, text -> text).toString());
        var url = String.valueOf(properties.get("spring.datasource.url"));
        try (var child = ChildJvm.start(DeskThatNeverSends.class, importing)) {
            await().atMost(SOON)
                    .until(() ->
                            !child.alive() || child.output().contains("The trust is imported"));
        }
        assertThat(outstanding(url)).isPositive();
        assertThat(onTopic(properties, prefix)).isZero();
        try (var desk = TestDesk.start(prefix, properties)) {
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
            assertThat(onTopic(properties, prefix)).isEqualTo(4);
        }
    }

    @Test
    void anotherInstanceTakesOverWhatAKilledOneHadBegun() throws SQLException {
        var prefix = TestDesk.newPrefix();
        var properties =
                TestDesk.properties(
                        Map.of(
                                "spring.modulith.events.staleness.check-interval", "1s",
                                "spring.modulith.events.staleness.published", "2s",
                                "spring.modulith.events.staleness.processing", "2s",
                                "spring.modulith.events.staleness.resubmitted", "2s"));
        var importing = new HashMap<>(properties);
        importing.put("handbell.import.trust", TestDesk.trustFile(prefix, text -> text).toString());
        importing.put("spring.modulith.events.staleness.check-interval", "1h");
        try (var desk = TestDesk.start(prefix, properties)) {
            try (var child = ChildJvm.start(DeskThatNeverSends.class, importing)) {
                await().atMost(SOON)
                        .until(() ->
                                !child.alive() || child.output().contains("The trust is imported"));
            }
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
            assertThat(onTopic(properties, prefix)).isEqualTo(4);
        }
    }

    @Test
    void listenersTakeTurnsOnFewThreads() {
        try (var desk = TestDesk.withTrust(Map.of())) {
            await().atMost(SOON).until(() -> outstanding(desk) == 0);
            var executor = desk.bean(ThreadPoolTaskExecutor.class);
            // A task counts a moment after its publication is gone.
            await().atMost(SOON)
                    .until(() -> executor.getThreadPoolExecutor().getCompletedTaskCount() >= 3);
            assertThat(executor.getThreadPoolExecutor().getLargestPoolSize())
                    .isLessThanOrEqualTo(4);
        }
    }

    private static long onTopic(Map<String, String> properties, String prefix) {
        var bootstrap = String.valueOf(properties.get("spring.kafka.bootstrap-servers"));
        return TopicReader.table(bootstrap, Wire.ACCOUNTS, prefix).size();
    }

    private static long outstanding(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from cases.event_publication")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, String> quickToGiveUp(String bootstrap) {
        return Map.of(
                "spring.kafka.bootstrap-servers", bootstrap,
                "spring.kafka.producer.properties.max.block.ms", "1500",
                "spring.kafka.producer.properties.request.timeout.ms", "1000",
                "spring.kafka.producer.properties.delivery.timeout.ms", "1500",
                "handbell.publishing.acknowledged-within", "2s");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long failed(TestDesk desk) {
        return count(desk, "where status = 'FAILED'");
    }

    private static long outstanding(TestDesk desk) {
        return count(desk, "");
    }

    private static long count(TestDesk desk, String condition) {
        return desk.bean(JdbcClient.class)
                .sql("select count(*) from event_publication " + condition)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static double gauge(TestDesk desk) {
        return desk.bean(MeterRegistry.class)
                .get("handbell_publications_incomplete")
                .gauge()
                .value();
    }
}
