package org.handbell.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbell.analysis.AnalysisApplication;
import org.handbell.cases.CaseApplication;
import org.handbell.contract.Topics;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.NotReadyException;
import org.handbell.contract.start.Rights;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.embedded.EmbeddedDatabase;
import org.handbell.ingest.IngestApplication;
import org.handbell.notification.NotificationApplication;
import org.handbell.standalone.deadletter.DeadLetters;
import org.handbell.standalone.mail.MailCatcher;
import org.handbell.standalone.mail.Mailbox;
import org.handbell.standalone.platform.LocalPlatform;
import org.handbell.standalone.web.Door;
import org.handbell.test.SecuredKafka;
import org.handbell.test.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The four services, each signed in to a broker with TLS as a user of its own that has the rights
/// of the table and none besides; a post goes all the way to a mail. What they are set up with is
/// what an operator sets: `spring.kafka.*` alone.
@TestMethodOrder(OrderAnnotation.class)
class LeastRightsTest {

    private static final Map<BrokerUser, Class<?>> SERVICES =
            Map.of(
                    BrokerUser.CASES, CaseApplication.class,
                    BrokerUser.ANALYSIS, AnalysisApplication.class,
                    BrokerUser.INGEST, IngestApplication.class,
                    BrokerUser.NOTIFICATION, NotificationApplication.class);

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

    @TempDir static Path folder;

    private static SecuredKafka kafka;
    private static EmbeddedDatabase database;
    private static LocalPlatform platform;
    private static Mailbox mailbox;
    private static int smtp;
    private static Path trust;

    @BeforeAll
    static void start() throws IOException {
        Quiet.logs();
        // Logging belongs to the process, not to one of its four contexts.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var certificate = new TestCertificates(folder).valid("broker");
        kafka = running(SecuredKafka.start(folder.resolve("kafka"), certificate, Map.of()));
        new TopicSetup(kafka.admin(), (short) 1).ensure(Topics.all());
        for (var user : BrokerUser.values()) {
            kafka.user(user.label());
            kafka.allow(Rules.of(user.label(), Rights.of(user)));
        }
        database = running(EmbeddedDatabase.start(folder.resolve("postgres"), 0));
        platform =
                running(
                        LocalPlatform.start(
                                folder.resolve("platform.json"),
                                Door.loopback(0),
                                Clock.systemUTC()));
        mailbox = Mailbox.open(folder.resolve("mail"), Clock.systemUTC());
        smtp = freePort();
        running(MailCatcher.start(mailbox, Door.loopback(smtp), Door.loopback(freePort())));
        trust = trust();
    }

    @AfterAll
    static void stop() throws Exception {
        while (!RUNNING.isEmpty()) {
            RUNNING.pop().close();
        }
        System.clearProperty("org.springframework.boot.logging.LoggingSystem");
    }

    /// A service that may not do all that it will do never begins.
    @Test
    @Order(1)
    void aServiceThatLacksARightDoesNotStartAndSaysWhichOne() {
        for (var user : SERVICES.keySet()) {
            var right = Rights.of(user).getFirst();
            var rules = Rules.of(user.label(), List.of(right));
            rules.forEach(kafka::forbid);
            try {
                assertThatThrownBy(() -> running(service(user)))
                        .as("start of %s", user)
                        .hasStackTraceContaining(NotReadyException.class.getName())
                        .hasStackTraceContaining(
                                "User:%s has no right %s".formatted(user.label(), right));
            } finally {
                kafka.allow(rules);
            }
        }
    }

    @Test
    @Order(2)
    void withItsRightsAloneEachServiceStarts() {
        for (var user :
                List.of(
                        BrokerUser.CASES,
                        BrokerUser.ANALYSIS,
                        BrokerUser.INGEST,
                        BrokerUser.NOTIFICATION)) {
            running(service(user));
        }
    }

    @Test
    @Order(3)
    void aPostGoesAllTheWayToAMail() {
        platform.post("iris_holt", "Year 11, my mobile is 07700 900123, ring me any time.");

        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(mailbox.newestFirst()).isNotEmpty());
    }

    /// The case learns from `deliveries.v1` that somebody was told.
    @Test
    @Order(4)
    void theDeskLearnsThatSomebodyWasTold() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(lag("handbell-cases-deliveries", "deliveries.v1")).isZero());
    }

    @Test
    @Order(5)
    void thePersonWithTheOperatorsRightsSeesTheDeadLetters() {
        try (var letters = DeadLetters.on(kafka.as("operator"))) {
            assertThat(letters.list(null)).isEmpty();
        }
    }

    private static long lag(String group, String topic) throws Exception {
        var offsets =
                kafka.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        var committed =
                offsets.entrySet().stream()
                        .filter(e -> e.getKey().topic().equals(topic) && e.getValue() != null)
                        .mapToLong(e -> e.getValue().offset())
                        .sum();
        return committed == 0 ? 1 : 0;
    }

    private static AutoCloseable service(BrokerUser user) {
        return new SpringApplicationBuilder(Objects.requireNonNull(SERVICES.get(user)))
                .properties(Map.of("spring.config.name", user.label()))
                .registerShutdownHook(false)
                .run(settings(user).stream().map(s -> "--" + s).toArray(String[]::new));
    }

    private static List<String> settings(BrokerUser user) {
        var settings = new ArrayList<>(kafkaSettings(user));
        settings.addAll(List.of("server.port=0", "server.address=127.0.0.1"));
        switch (user) {
            case CASES ->
                    settings.addAll(
                            List.of(
                                    database(),
                                    "handbell.hash-key-file=" + key("hash.key"),
                                    "handbell.evidence.master-key-file=" + key("evidence.key"),
                                    "handbell.import.trust=" + trust,
                                    "handbell.sign-in.one-click=true"));
            case ANALYSIS -> settings.add("handbell.hash-key-file=" + key("hash.key"));
            case INGEST ->
                    settings.addAll(
                            List.of(
                                    "handbell.ingest.fingerprint-key-file="
                                            + key("fingerprint.key"),
                                    "handbell.ingest.http.allowed-private=127.0.0.1:"
                                            + platform.port(),
                                    "handbell.ingest.http.per-host.requests=1000",
                                    "handbell.ingest.poll.fastest=500ms",
                                    "handbell.ingest.poll.slowest=1s"));
            case NOTIFICATION ->
                    settings.addAll(
                            List.of(
                                    database(),
                                    "spring.mail.host=127.0.0.1",
                                    "spring.mail.port=" + smtp,
                                    "handbell.mail.from=handbell@kestrelfold.example",
                                    "handbell.quiet-hours.on=false"));
            case OPERATOR -> throw new IllegalArgumentException("a person is no service");
        }
        return settings;
    }

    /// What compose and the chart give as environment variables.
    private static List<String> kafkaSettings(BrokerUser user) {
        return List.of(
                "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "spring.kafka.security.protocol=SASL_SSL",
                "spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
                "spring.kafka.properties.sasl.jaas.config=" + SecuredKafka.jaas(user.label()),
                "spring.kafka.ssl.trust-store-type=PEM",
                "spring.kafka.ssl.trust-store-location=file:" + kafka.trusted(),
                "handbell.kafka.create-topics=false");
    }

    private static String database() {
        return "spring.datasource.url=" + database.jdbcUrl();
    }

    private static Path key(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                var random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.write(file, random);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("could not write " + name, e);
        }
    }

    private static Path trust() throws IOException {
        try (var in = LeastRightsTest.class.getResourceAsStream("/standalone/trust.json")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var today = LocalDate.now(ZoneId.of("Europe/London")).toString();
            return Files.writeString(
                    folder.resolve("trust.json"),
                    text.replace("${platform}", platform.base()).replace("${collectFrom}", today));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static <T extends AutoCloseable> T running(T part) {
        RUNNING.push(part);
        return part;
    }
}
