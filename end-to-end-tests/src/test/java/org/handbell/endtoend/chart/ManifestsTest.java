package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ManifestsTest {

    /// Secrets of an example's further environment.
    private static final Set<String> OPERATORS_OWN = Set.of("proxy");

    static List<String> examples() {
        return Chart.examples();
    }

    @Test
    void theChartPassesLint() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyManifestIsReadStrictlyByTheModelOfItsKind(String example) {
        for (var manifest : Chart.of(example).all()) {
            assertThatCode(() -> StrictReading.read(manifest))
                    .as(Manifests.title(manifest))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theStrictReadingNamesAFieldThatNobodyKnows() {
        for (var manifest : Chart.of("external").all()) {
            var spoilt = manifest.deepCopy();
            ((ObjectNode) spoilt.path("metadata")).put("labls", "x");
            assertThatThrownBy(() -> StrictReading.read(spoilt))
                    .as(Manifests.title(manifest))
                    .hasMessageContaining("labls");
        }
        var deployment = Chart.of("least").of("Deployment", "case-service").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/readinessProbe"))
                .put("periodSecond", 3);
        assertThatThrownBy(() -> StrictReading.read(deployment))
                .hasMessageContaining("periodSecond");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachServiceHasADeploymentAServiceAnAccountABudgetAndSettings(String example) {
        for (var kind :
                List.of(
                        "Deployment",
                        "Service",
                        "ServiceAccount",
                        "PodDisruptionBudget",
                        "ConfigMap")) {
            for (var service : Chart.SERVICES) {
                assertThat(Chart.of(example).of(kind, service)).as(kind).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noTwoManifestsHaveOneNameAndEachNameAndLabelFits(String example) {
        var all = Chart.of(example).all();
        assertThat(all.stream().map(Manifests::title)).doesNotHaveDuplicates();
        for (var manifest : all) {
            assertThat(Manifests.name(manifest))
                    .as(Manifests.title(manifest))
                    .hasSizeBetween(1, 63);
            assertThat(manifest.at("/metadata/labels").propertyNames())
                    .as(Manifests.title(manifest))
                    .contains(
                            "app.kubernetes.io/name",
                            "app.kubernetes.io/instance",
                            "app.kubernetes.io/component",
                            "app.kubernetes.io/version",
                            "app.kubernetes.io/managed-by",
                            "app.kubernetes.io/part-of",
                            "helm.sh/chart");
        }
    }

    @Test
    void aLongReleaseNameStillGivesNamesThatFit() {
        var longest = "the-longest-name-that-helm-takes-for-a-release-is-this";
        var manifests = Chart.of("strimzi", Map.of("nameOverride", longest)).all();
        assertThat(manifests.stream().map(Manifests::name))
                .allMatch(name -> name.length() <= 63)
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everySelectorFindsThePodsOfItsServiceAndNoOthers(String example) {
        var manifests = Chart.of(example);
        for (var service : Chart.SERVICES) {
            for (var selector : selectors(manifests, service)) {
                assertThat(manifests.pods().stream().filter(pod -> matches(selector, pod)))
                        .as(service)
                        .singleElement()
                        .satisfies(pod ->
                                assertThat(pod.at("/spec/containers/0/name").asString())
                                        .isEqualTo(service));
            }
        }
    }

    private static List<JsonNode> selectors(Manifests manifests, String service) {
        var deployment = manifests.of("Deployment", service);
        return Stream.concat(
                        Stream.of(
                                deployment.at("/spec/selector/matchLabels"),
                                manifests.of("Service", service).at("/spec/selector"),
                                manifests
                                        .of("PodDisruptionBudget", service)
                                        .at("/spec/selector/matchLabels")),
                        deployment
                                .at("/spec/template/spec/topologySpreadConstraints")
                                .valueStream()
                                .map(one -> one.at("/labelSelector/matchLabels")))
                .toList();
    }

    static boolean matches(JsonNode selector, JsonNode pod) {
        var labels = pod.at("/metadata/labels");
        return selector.propertyStream()
                .allMatch(one -> labels.path(one.getKey()).equals(one.getValue()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNotesSayHowToMakeEverySecretThatAPodNeeds(String example) {
        var manifests = Chart.of(example);
        var made = manifests.ofKind("KafkaUser").stream().map(Manifests::name).toList();
        for (var service : Chart.SERVICES) {
            secrets(manifests.of("Deployment", service).at("/spec/template/spec"))
                    .filter(secret -> !OPERATORS_OWN.contains(secret.getKey()))
                    .forEach(secret -> {
                        assertThat(manifests.notes()).contains(" " + secret.getKey());
                        if (!made.contains(secret.getKey())) {
                            assertThat(manifests.notes()).contains(secret.getValue());
                        }
                    });
        }
    }

    /// Names of secrets with one key each.
    private static Stream<Map.Entry<String, String>> secrets(JsonNode pod) {
        var variables =
                pod.at("/containers/0/env")
                        .valueStream()
                        .map(one -> one.at("/valueFrom/secretKeyRef"))
                        .filter(one -> !one.isMissingNode())
                        .map(one ->
                                Map.entry(one.path("name").asString(), one.path("key").asString()));
        var files =
                pod.path("volumes")
                        .valueStream()
                        .map(one -> one.path("secret"))
                        .flatMap(one ->
                                one.path("items")
                                        .valueStream()
                                        .map(item ->
                                                Map.entry(
                                                        one.path("secretName").asString(),
                                                        item.path("key").asString())));
        return Stream.concat(variables, files);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatAnotherManifestIsAskedForIsThere(String example) {
        var manifests = Chart.of(example);
        var made = manifests.all().stream().map(Manifests::title).collect(Collectors.toSet());
        for (var pod : manifests.pods()) {
            assertThat(made)
                    .contains("ServiceAccount " + pod.at("/spec/serviceAccountName").asString());
            pod.at("/spec/volumes")
                    .valueStream()
                    .filter(volume -> volume.has("configMap"))
                    .forEach(volume ->
                            assertThat(made)
                                    .contains(
                                            "ConfigMap "
                                                    + volume.at("/configMap/name").asString()));
        }
    }
}
