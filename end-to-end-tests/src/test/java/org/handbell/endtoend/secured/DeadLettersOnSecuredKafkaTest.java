package org.handbell.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.handbell.contract.Topics;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.Rights;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.standalone.deadletter.DeadLetterApplication;
import org.handbell.standalone.doctor.DoctorApplication;
import org.handbell.test.SecuredKafka;
import org.handbell.test.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The operator's commands against a broker with TLS and passwords, each in a process of its own,
/// signed in with the operator's rights alone.
@TestMethodOrder(OrderAnnotation.class)
class DeadLettersOnSecuredKafkaTest {

    @TempDir static Path folder;

    private static SecuredKafka kafka;
    private static Path config;

    @BeforeAll
    static void start() throws IOException {
        Quiet.logs();
        var certificate = new TestCertificates(folder).valid("broker");
        kafka = SecuredKafka.start(folder.resolve("kafka"), certificate, Map.of());
        new TopicSetup(kafka.admin(), (short) 1).ensure(Topics.all());
        for (var user : List.of(BrokerUser.OPERATOR, BrokerUser.NOTIFICATION)) {
            kafka.user(user.label());
            kafka.allow(Rules.of(user.label(), Rights.of(user)));
        }
        config = clientFile("operator");
        putAside("alerts.v1.dlt");
        putAside("alerts.v1.dlt");
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    @Order(1)
    void theDoctorSeesTopicsRightsLettersAndEmptyGroups() {
        var run = run(DoctorApplication.class, "--config", config.toString());

        assertThat(run.output())
                .contains(
                        "✓ Kafka at %s (SASL_SSL): 11 topics and their dead letters are as they should be; operator has its rights"
                                .formatted(kafka.bootstrapServers()),
                        "✓ Kafka at %s: its certificate is valid until 20"
                                .formatted(kafka.bootstrapServers()),
                        "! 2 dead letters on alerts.v1.dlt\n    ./handbell dlt list alerts.v1.dlt, then replay or discard",
                        "✗ group notification has no members\n    is notification-service up?",
                        "✗ case-service does not answer at http://127.0.0.1:")
                .doesNotContain("operator-password");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void theDoctorSaysWhatAServiceMayNotDo() throws IOException {
        kafka.user("case-service");
        var run =
                run(
                        DoctorApplication.class,
                        "--config",
                        clientFile("case-service").toString(),
                        "--as",
                        "case-service");

        assertThat(run.output())
                .contains(
                        "✗ User:case-service has no right Write and DescribeConfigs on topic alerts.v1\n"
                                + "    kafka-acls.sh --bootstrap-server");
    }

    @Test
    @Order(3)
    void theOperatorListsReplaysAndDiscards() {
        assertThat(dlt("list").output()).contains("alerts.v1.dlt", "open");
        assertThat(dlt("replay", "alerts.v1", "0").output()).contains("Sent again: 1");
        assertThat(dlt("discard", "alerts.v1").output()).contains("Given up: 1");
        assertThat(dlt("list").output()).contains("No dead letters.");
    }

    @Test
    @Order(4)
    void aUserWithoutTheRightsIsToldSo() throws IOException {
        var run =
                run(
                        DeadLetterApplication.class,
                        "--config",
                        clientFile("notification-service").toString(),
                        "list");

        assertThat(run.output()).contains("the broker", "handbell-dead-letters");
        assertThat(run.status()).isEqualTo(1);
    }

    private static Run dlt(String... words) {
        var all = new ArrayList<>(List.of("--config", config.toString()));
        all.addAll(List.of(words));
        return run(DeadLetterApplication.class, all.toArray(String[]::new));
    }

    private static Path clientFile(String user) throws IOException {
        var text =
                kafka.as(user).entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(user + ".properties"), text);
    }

    /// A broker takes a moment to know a new user and its rights; until then it refuses.
    private static void putAside(String topic) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> isWritten(topic));
    }

    private static boolean isWritten(String topic) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        kafka.as("notification-service"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {2});
            return producer.send(record).get(10, TimeUnit.SECONDS).hasOffset();
        }
    }

    private static Run run(Class<?> main, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HANDBELL_DATA", folder.resolve("none").toString());
            builder.environment().put("HANDBELL_CASES_ADDRESS", "http://127.0.0.1:1");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not end: " + said);
            }
            return new Run(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private record Run(int status, String output) {}
}
