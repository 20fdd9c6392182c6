package org.handbell.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.handbell.contract.Topics;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.KafkaSettings;
import org.handbell.contract.start.KafkaStart;
import org.handbell.contract.start.NotReadyException;
import org.handbell.contract.start.Problem;
import org.handbell.contract.start.Right;
import org.handbell.contract.start.Rights;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.test.SecuredKafka;
import org.handbell.test.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a service is told at its start by a real broker with TLS, passwords and rules.
class KafkaStartTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final KafkaSettings ONE_COPY = settings(1, true);

    @TempDir static Path folder;

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() {
        Quiet.logs();
        var certificate = new TestCertificates(folder).valid("broker");
        kafka = SecuredKafka.start(folder.resolve("kafka"), certificate, Map.of());
        new TopicSetup(kafka.admin(), (short) 1).ensure(Topics.all());
        for (var user : BrokerUser.values()) {
            kafka.user(user.label());
            kafka.allow(Rules.of(user.label(), Rights.of(user)));
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @EnumSource
    void withItsRightsAloneEachUserIsReady(BrokerUser user) {
        assertThat(problems(user, ONE_COPY)).isEmpty();
    }

    /// Each right of each service, one operation at a time.
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyOperation")
    void aRightThatIsTakenAwayIsNamedWithTheCommandThatGivesIt(
            BrokerUser user, Right right, AclOperation operation) {
        var rule = Rules.of(user.label(), right, operation);
        kafka.forbid(rule);
        try {
            // A rule that is gone reaches the broker a moment later.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(problems(user, ONE_COPY))
                                    .filteredOn(p -> p.what().contains(" has no right "))
                                    .singleElement()
                                    .satisfies(p -> assertNames(p, user, right, operation)));
        } finally {
            kafka.allow(List.of(rule));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> problems(user, ONE_COPY).isEmpty());
    }

    private static void assertNames(
            Problem problem, BrokerUser user, Right right, AclOperation operation) {
        var lacking = new Right(right.type(), right.name(), right.pattern(), Set.of(operation));
        var named = lacking.operationNames().getFirst();
        assertThat(problem.what())
                .startsWith("User:%s has no right ".formatted(user.label()))
                .contains(named)
                .endsWith(lacking.toString().replaceFirst("^.* on ", " on "));
        assertThat(problem.remedy())
                .contains(
                        "--allow-principal User:" + user.label(),
                        "--operation " + named,
                        "name: " + right.name());
    }

    static Stream<Object[]> everyOperation() {
        return Stream.of(BrokerUser.values())
                .filter(user -> user != BrokerUser.OPERATOR)
                .flatMap(user -> Rights.of(user).stream().flatMap(right -> each(user, right)));
    }

    private static Stream<Object[]> each(BrokerUser user, Right right) {
        return right.operations().stream().map(o -> new Object[] {user, right, o});
    }

    @Test
    void theWordsOfAMissingRight() {
        kafka.user("nobody");

        assertThatThrownBy(() ->
                        start(BrokerUser.NOTIFICATION, kafka.as("nobody"), ONE_COPY)
                                .require(Rights.of(BrokerUser.NOTIFICATION)))
                .isInstanceOf(NotReadyException.class)
                .hasMessageStartingWith(
                        """
                        notification-service cannot work with Kafka at %1$s:
                          - User:nobody has no right Read and DescribeConfigs on topic recipients.v1
                        """
                                .formatted(kafka.bootstrapServers()))
                .hasMessageContaining(
                        """
                          - User:nobody has no right Read on group notification
                        What to do:
                          - kafka-acls.sh --bootstrap-server %1$s --command-config admin.properties --add --allow-principal User:nobody --operation Read --operation DescribeConfigs --topic recipients.v1
                            or in Strimzi's KafkaUser, under spec.authorization.acls: {resource: {type: topic, name: recipients.v1, patternType: literal}, operations: [Read, DescribeConfigs]}
                        """
                                .formatted(kafka.bootstrapServers()));
    }

    @Test
    void aTopicThatIsMissingAndMayNotBeMadeIsNamedWithWhatMakesIt() throws Exception {
        withoutTopic(
                "alerts.v1",
                () -> {
                    assertThat(problems(BrokerUser.NOTIFICATION, settings(1, false)))
                            .extracting(Problem::what)
                            .contains("topic alerts.v1 is missing, and topics are not made here");
                    assertThat(problems(BrokerUser.NOTIFICATION, ONE_COPY))
                            .filteredOn(p -> p.what().contains(" alerts.v1 "))
                            .singleElement()
                            .satisfies(p -> {
                                assertThat(p.what())
                                        .isEqualTo(
                                                "topic alerts.v1 is missing, and User:notification-service has no right Create on topic alerts.v1");
                                assertThat(p.remedy())
                                        .isEqualTo(
                                                """
                                                make it: kafka-topics.sh --bootstrap-server %1$s --command-config admin.properties --create --topic alerts.v1 --partitions 3 --replication-factor 1 --config cleanup.policy=delete --config max.message.bytes=65536 --config message.timestamp.type=CreateTime --config retention.ms=576000000 --config segment.ms=14400000
                                                or let the service make it: kafka-acls.sh --bootstrap-server %1$s --command-config admin.properties --add --allow-principal User:notification-service --operation Create --topic alerts.v1\
                                                """
                                                        .formatted(kafka.bootstrapServers()));
                            });
                });
    }

    @Test
    void withCreateAServiceMakesItsTopics() throws Exception {
        var more = Rules.of(BrokerUser.NOTIFICATION.label(), created());
        withoutTopic(
                "alerts.v1",
                () -> {
                    kafka.allow(more);
                    assertThat(problems(BrokerUser.NOTIFICATION, ONE_COPY)).isEmpty();
                    assertThat(kafka.admin().listTopics().names().get()).contains("alerts.v1");
                    more.stream()
                            .filter(rule -> rule.entry().operation() == AclOperation.CREATE)
                            .forEach(kafka::forbid);
                });
    }

    private static Collection<Right> created() {
        return Rights.withCreation(Rights.of(BrokerUser.NOTIFICATION));
    }

    @Test
    void everyDifferenceIsToldAtOnceWithWhatMendsIt() throws Exception {
        set("posts.v1", Map.of("retention.ms", "-1", "max.message.bytes", "1000000"));
        set(
                "accounts.v1",
                Map.of("cleanup.policy", "delete", "max.compaction.lag.ms", "604800000"));
        kafka.admin()
                .createPartitions(Map.of("posts.v1.dlt", NewPartitions.increaseTo(2)))
                .all()
                .get();
        try {
            var problems = problems(BrokerUser.ANALYSIS, settings(3, true));

            assertThat(problems)
                    .extracting(Problem::what)
                    .contains(
                            "topic accounts.v1: cleanup.policy is delete, wanted compact, max.compaction.lag.ms is 604800000, wanted at most 86400000, min.insync.replicas is 1, wanted 2",
                            "topic posts.v1: max.message.bytes is 1000000, wanted at least 2097152, min.insync.replicas is 1, wanted 2, retention.ms is -1, wanted at most 230400000",
                            "topic posts.v1 has 1 copy of each partition, not 3 (handbell.kafka.replication)",
                            "topic posts.v1.dlt has 2 partitions, not 1");
            assertThat(problems)
                    .extracting(Problem::remedy)
                    .contains(
                            "kafka-configs.sh --bootstrap-server %s --command-config admin.properties --alter --entity-type topics --entity-name posts.v1 --add-config max.message.bytes=2097152,min.insync.replicas=2,retention.ms=230400000"
                                    .formatted(kafka.bootstrapServers()));
        } finally {
            set("posts.v1", Topics.POSTS.configuration());
            set("accounts.v1", Topics.ACCOUNTS.configuration());
            kafka.admin().deleteTopics(List.of("posts.v1.dlt")).all().get();
            new TopicSetup(kafka.admin(), (short) 1).ensure(Topics.all());
        }
    }

    @Test
    void moreCopiesThanBrokersAreNamed() throws Exception {
        kafka.allow(Rules.of(BrokerUser.NOTIFICATION.label(), created()));
        withoutTopic(
                "alerts.v1",
                () ->
                        assertThat(problems(BrokerUser.NOTIFICATION, settings(3, true)))
                                .extracting(Problem::what)
                                .anyMatch(what ->
                                        what.startsWith(
                                                "topic alerts.v1 needs 3 copies (handbell.kafka.replication), and Kafka has fewer brokers")));
        created().stream()
                .filter(right -> right.operations().contains(AclOperation.CREATE))
                .map(r -> Rules.of(BrokerUser.NOTIFICATION.label(), r, AclOperation.CREATE))
                .forEach(kafka::forbid);
    }

    @Test
    void shorterRetentionAndLargerMessagesAreNoFault() throws Exception {
        set("alerts.v1", Map.of("retention.ms", "86400000", "max.message.bytes", "8000000"));
        try {
            assertThatCode(() ->
                            start(
                                            BrokerUser.NOTIFICATION,
                                            kafka.as("notification-service"),
                                            ONE_COPY)
                                    .require(Rights.of(BrokerUser.NOTIFICATION)))
                    .doesNotThrowAnyException();
        } finally {
            set("alerts.v1", Topics.ALERTS.configuration());
        }
    }

    private static void withoutTopic(String topic, Scene scene) throws Exception {
        kafka.admin().deleteTopics(List.of(topic)).all().get();
        try {
            scene.play();
        } finally {
            new TopicSetup(kafka.admin(), (short) 1).ensure(Topics.all());
        }
    }

    private static void set(String topic, Map<String, String> values) throws Exception {
        var changes =
                values.entrySet().stream()
                        .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                        .map(e -> new AlterConfigOp(e, AlterConfigOp.OpType.SET))
                        .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        kafka.admin().incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }

    private static List<Problem> problems(BrokerUser user, KafkaSettings settings) {
        return start(user, kafka.as(user.label()), settings)
                .problems(user.topics(), Rights.of(user));
    }

    private static KafkaStart start(
            BrokerUser user, Map<String, Object> properties, KafkaSettings settings) {
        return new KafkaStart(user, properties, settings, CLOCK);
    }

    private static KafkaSettings settings(int replication, boolean createTopics) {
        return new KafkaSettings((short) replication, 0, createTopics, Duration.ofSeconds(20));
    }

    private interface Scene {
        void play() throws Exception;
    }
}
