package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what the chart knows of topics, rights and groups to the code and to the table of
/// `docs/data-flow.md`.
class KafkaTest {

    private static final JsonNode RIGHTS = Chart.yaml(Chart.FOLDER.resolve("files/rights.yaml"));
    private static final JsonNode SERVICES =
            Chart.yaml(Chart.FOLDER.resolve("files/services.yaml"));

    @TempDir Path folder;

    static List<String> services() {
        return Chart.SERVICES;
    }

    @Test
    void theTopicsAreThoseOfTheContract() {
        var manifests = Chart.of("strimzi").ofKind("KafkaTopic");
        assertThat(manifests.stream().map(Manifests::name))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream()
                                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                                .toList());
        for (var topic : Topics.all()) {
            isMade(manifests, topic.name(), topic.partitions(), topic.configuration());
            isMade(manifests, topic.deadLetters(), 1, topic.deadLetterConfiguration());
        }
    }

    private static void isMade(
            List<JsonNode> manifests, String name, int partitions, Map<String, String> settings) {
        var spec =
                manifests.stream()
                        .filter(one -> Manifests.name(one).equals(name))
                        .findFirst()
                        .orElseThrow()
                        .path("spec");
        var expected = new TreeMap<>(settings);
        expected.put("min.insync.replicas", "2");
        var found = new TreeMap<String, String>();
        spec.path("config")
                .propertyStream()
                .forEach(one -> found.put(one.getKey(), one.getValue().asString()));
        assertThat(found).as(name).isEqualTo(expected);
        assertThat(spec.path("partitions").asInt()).as(name).isEqualTo(partitions);
        assertThat(spec.path("replicas").asInt()).as(name).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMayReadAndWriteWhatTheTableOfTheDataFlowSays(String service) {
        var own = service.replace("-service", "");
        var reads = new TreeSet<>(table(own, 4));
        if (own.equals("ingest")) {
            // What it has told already, so that it tells nothing twice.
            reads.add(Topics.POSTS.name());
        }
        assertThat(topics(service, "Read")).isEqualTo(reads);
        assertThat(topics(service, "Write")).isEqualTo(table(own, 3));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceWritesDeadLettersOfWhatItReadsAlone(String service) {
        var letters =
                rights(service)
                        .filter(right -> right.path("name").asString().endsWith(".dlt"))
                        .filter(right -> allows(right, "Write"))
                        .map(right -> right.path("name").asString().replace(".dlt", ""));
        assertThat(letters).isNotEmpty().isSubsetOf(topics(service, "Read"));
        assertThat(rights(service).filter(right -> allows(right, "Delete"))).isEmpty();
    }

    private static Set<String> topics(String service, String operation) {
        return rights(service)
                .filter(right -> right.path("type").asString().equals("topic"))
                .filter(right -> allows(right, operation))
                .map(right -> right.path("name").asString())
                .filter(name -> !name.endsWith(".dlt"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> rights(String service) {
        return RIGHTS.path(service).valueStream();
    }

    private static boolean allows(JsonNode right, String operation) {
        return right.path("operations")
                .valueStream()
                .anyMatch(one -> one.asString().equals(operation));
    }

    /// Topics whose cell of this column names the service.
    private static Set<String> table(String service, int column) {
        return Chart.text(Chart.ROOT.resolve("docs/data-flow.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split("\\s*\\|\\s*")))
                .filter(cells -> List.of(cells.get(column).split(", ")).contains(service))
                .map(cells -> cells.get(1).replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "ingest-service, group, handbell-ingest",
        "ingest-service, group, handbell-ingest-submissions",
        "ingest-service, transactionalId, handbell-ingest-accounts-11",
        "ingest-service, transactionalId, handbell-ingest-submissions-x-0",
        "analysis-service, group, analysis",
        "analysis-service, transactionalId, analysis-handbell-pod-1-0",
        "case-service, group, handbell-cases",
        "case-service, group, handbell-cases-deliveries",
        "notification-service, group, notification",
    })
    void aServiceMayUseTheGroupsAndTransactionsThatItUses(
            String service, String type, String name) {
        assertThat(
                        rights(service)
                                .filter(right -> right.path("type").asString().equals(type))
                                .filter(right -> covers(right, name)))
                .isNotEmpty();
    }

    private static boolean covers(JsonNode right, String name) {
        var given = right.path("name").asString();
        return right.path("patternType").asString().equals("prefix")
                ? name.startsWith(given)
                : name.equals(given);
    }

    @ParameterizedTest
    @CsvSource({"strimzi, false", "scram-keda, true"})
    void aUserHasTheRightsOfItsServiceAndMakesTopicsOnlyWhereNobodyElseDoes(
            String example, boolean makesTopics) {
        for (var service : Chart.SERVICES) {
            var granted = Chart.of(example).of("KafkaUser", service).at("/spec/authorization/acls");
            assertThat(
                            granted.valueStream()
                                    .map(KafkaTest::told)
                                    .map(told -> told.replace(" Create", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            rights(service).map(KafkaTest::told).toList());
            assertThat(
                            granted.valueStream()
                                    .filter(one ->
                                            one.at("/resource/type").asString().equals("topic")))
                    .isNotEmpty()
                    .allMatch(one -> allows(one, "Create") == makesTopics);
        }
    }

    /// As one line, of a right in either form.
    private static String told(JsonNode right) {
        var on = right.has("resource") ? right.path("resource") : right;
        return on.path("type").asString()
                + " "
                + on.path("name").asString()
                + " "
                + on.path("patternType").asString()
                + right.path("operations")
                        .valueStream()
                        .map(one -> " " + one.asString())
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "analysis, spring.cloud.stream.bindings.judge-in-0",
        "notification, spring.cloud.stream.bindings.alerts-in-0"
    })
    void kedaAsksForTheGroupAndTopicThatTheServiceReadsBy(String service, String binding) {
        var environment = new ServiceEnvironment(Chart.of("strimzi"), service + "-service", folder);
        var trigger =
                Chart.of("strimzi")
                        .of("ScaledObject", service + "-service")
                        .at("/spec/triggers/0/metadata");
        assertThat(trigger.path("consumerGroup").asString())
                .isEqualTo(environment.get(binding + ".group"));
        assertThat(trigger.path("topic").asString())
                .isEqualTo(environment.get(binding + ".destination"));
        assertThat(trigger.path("bootstrapServers").asString())
                .isEqualTo(environment.get("spring.kafka.bootstrap-servers"));
    }

    @Test
    void kedaSignsInAsTheServiceDoes() {
        var byPassword = Chart.of("scram-keda").of("TriggerAuthentication", "analysis-service");
        assertThat(
                        byPassword
                                .at("/spec/secretTargetRef")
                                .valueStream()
                                .map(one -> one.path("parameter").asString()))
                .containsExactly("ca", "password");
        assertThat(byPassword.at("/spec/configMapTargetRef/0/parameter").asString())
                .isEqualTo("username");
        var names = byPassword.at("/spec/configMapTargetRef/0/name").asString();
        assertThat(Chart.of("scram-keda").of("ConfigMap", names).at("/data/username").asString())
                .isEqualTo(
                        Manifests.name(Chart.of("scram-keda").of("KafkaUser", "analysis-service")));
        assertThat(
                        Chart.of("strimzi")
                                .of("TriggerAuthentication", "analysis-service")
                                .at("/spec/secretTargetRef")
                                .valueStream()
                                .map(one -> one.path("parameter").asString()))
                .containsExactly("ca", "cert", "key");
    }

    @ParameterizedTest
    @CsvSource({"ingest, accounts.v1", "analysis, posts.v1", "notification, alerts.v1"})
    void thereAreNeverMorePodsThanPartitions(String service, String topic) {
        var schema =
                JsonMapper.shared()
                        .readTree(Chart.text(Chart.FOLDER.resolve("values.schema.json")));
        var partitions =
                Topics.all().stream()
                        .filter(one -> one.name().equals(topic))
                        .mapToInt(Topic::partitions)
                        .findFirst()
                        .orElseThrow();
        var properties = schema.at("/properties/" + service + "/properties");
        assertThat(properties.at("/replicas/maximum").asInt()).isEqualTo(partitions);
        assertThat(properties.at("/autoscaling/properties/maxReplicas/maximum").asInt())
                .isEqualTo(partitions);
        assertThat(SERVICES.at("/" + service + "/lag/topic").asString(topic)).isEqualTo(topic);
    }
}
