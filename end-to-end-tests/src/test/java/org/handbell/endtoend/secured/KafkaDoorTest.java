package org.handbell.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.KafkaSettings;
import org.handbell.contract.start.KafkaStart;
import org.handbell.contract.start.Problem;
import org.handbell.contract.start.Rights;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.test.SecuredKafka;
import org.handbell.test.TestCertificates;
import org.handbell.test.TestCertificates.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can keep a service from getting in at the broker's door.
class KafkaDoorTest {

    private static final BrokerUser USER = BrokerUser.NOTIFICATION;

    @TempDir static Path folder;

    private static TestCertificates certificates;
    private static Made good;
    private static SecuredKafka kafka;

    @BeforeAll
    static void start() {
        Quiet.logs();
        certificates = new TestCertificates(folder);
        good = certificates.valid("broker");
        kafka = SecuredKafka.start(folder.resolve("kafka"), good, Map.of());
        kafka.user(USER.label());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aWrongPasswordIsNamed() {
        var problem = problem(Map.of("sasl.jaas.config", jaas("not-it")));

        assertThat(problem.what())
                .startsWith(
                        "Kafka at %s refuses User:notification-service: "
                                .formatted(kafka.bootstrapServers()))
                .doesNotContain("not-it");
        assertThat(problem.remedy())
                .isEqualTo(
                        "check the name and the password in spring.kafka.properties.sasl.jaas.config, and that spring.kafka.properties.sasl.mechanism (SCRAM-SHA-512) is one that the broker offers");
    }

    @Test
    void aMechanismThatTheBrokerDoesNotOfferIsNamed() {
        var problem = problem(Map.of("sasl.mechanism", "SCRAM-SHA-256"));

        assertThat(problem.what()).contains("SCRAM-SHA-256", "SCRAM-SHA-512");
    }

    @Test
    void aBrokerThatIsNotTrustedIsNamed() {
        var other = certificates.valid("other").certificate().toString();

        var problem = problem(Map.of("ssl.truststore.location", other));

        assertThat(problem.what())
                .startsWith("Kafka at %s: TLS fails: ".formatted(kafka.bootstrapServers()));
        assertThat(problem.remedy()).contains("spring.kafka.ssl.trust-store-location");
    }

    @Test
    void aTrustStoreThatIsNotThereIsNamed() {
        var gone = folder.resolve("gone.crt");

        var problem = problem(Map.of("ssl.truststore.location", gone.toString()));

        assertThat(problem.what())
                .startsWith("the settings of Kafka's client cannot be used: ")
                .contains(gone.toString());
    }

    @Test
    void speakingPlainlyToADoorWithTlsIsNamed() {
        var problem = problem(Map.of("security.protocol", "PLAINTEXT"));

        assertThat(problem.what())
                .isEqualTo(
                        "Kafka at %s takes connections, and does not answer as Kafka within 6 s (security.protocol=PLAINTEXT)"
                                .formatted(kafka.bootstrapServers()));
        assertThat(problem.remedy())
                .startsWith(
                        "the listener speaks TLS: set spring.kafka.security.protocol=SASL_SSL or SSL");
    }

    @Test
    void speakingTlsToAPlainDoorIsNamed() {
        try (var plain = EmbeddedBroker.start(folder.resolve("plain"), 0, Map.of())) {
            var problem = problem(Map.of("bootstrap.servers", plain.bootstrapServers()));

            assertThat(problem.what())
                    .startsWith("Kafka at " + plain.bootstrapServers() + " takes connections")
                    .contains("security.protocol=SASL_SSL");
            assertThat(problem.remedy())
                    .startsWith(
                            "the listener speaks no TLS: name another port, or set spring.kafka.security.protocol=PLAINTEXT");
        }
    }

    @Test
    void aDoorThatNobodyOpensIsNamed() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var problem = problem(Map.of("bootstrap.servers", "127.0.0.1:" + port));

        assertThat(problem)
                .isEqualTo(
                        new Problem(
                                "Kafka: nobody answers at 127.0.0.1:%d (Connection refused)"
                                        .formatted(port),
                                "is Kafka up? Is spring.kafka.bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS) right? Does a firewall or a network policy stand between?"));
    }

    @Test
    void aHostThatIsNotThereIsNamed() {
        var problem = problem(Map.of("bootstrap.servers", "kafka.invalid:9092"));

        assertThat(problem.what()).isEqualTo("Kafka: there is no host kafka.invalid:9092");
    }

    @Test
    void aBrokersCertificateThatHasExpiredIsNamedWithItsDates() {
        var old = certificates.expired("old-broker");
        try (var stale = SecuredKafka.start(folder.resolve("stale"), old, Map.of())) {
            var problem = problem(stale.as(USER.label()));

            assertThat(problem.what())
                    .startsWith(
                            "Kafka at %s: the broker's certificate has expired (CN=old-broker, valid from 20"
                                    .formatted(stale.bootstrapServers()));
            assertThat(problem.remedy()).startsWith("have the broker's certificate renewed");
        }
    }

    @Test
    void aClientsOwnCertificateThatHasExpiredIsNamedWithItsFile() {
        var own = certificates.expired("old-client").both();

        var problem =
                problem(
                        Map.of(
                                "ssl.keystore.type",
                                "PEM",
                                "ssl.keystore.location",
                                own.toString()));

        assertThat(problem.what())
                .startsWith(
                        "Kafka at %s: the client's own certificate has expired (CN=old-client, valid from 20"
                                .formatted(kafka.bootstrapServers()));
        assertThat(problem.remedy()).contains(own.toString());
    }

    private static Problem problem(Map<String, ?> differently) {
        var properties = new HashMap<String, Object>(kafka.as(USER.label()));
        properties.putAll(differently);
        var patience = Duration.ofSeconds(6);
        var settings = new KafkaSettings((short) 1, 0, true, patience);
        var problems =
                new KafkaStart(USER, properties, settings, Clock.systemUTC())
                        .problems(List.of(), Rights.of(USER));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static String jaas(String password) {
        return SecuredKafka.jaas(USER.label())
                .replace(SecuredKafka.password(USER.label()), password);
    }
}
