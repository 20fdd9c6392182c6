package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Who may reach what, as the policies say it. Whether a cluster keeps them is its network's doing.
class NetworkTest {

    private static final String DNS = "kube-system:53";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    case-service         | kafka:9092 databases:5432 identity:443
                    ingest-service       | kafka:9092 0.0.0.0/0:80 0.0.0.0/0:443 2000::/3:80 2000::/3:443
                    analysis-service     | kafka:9092
                    notification-service | kafka:9092 databases:5432 0.0.0.0/0:587 ::/0:587
                    smoke-test           | pods:figures
                    nothing-else         |
                    """)
    void aServiceReachesTheseAndNothingElse(String service, String reached) {
        var expected = new TreeSet<>(List.of((reached == null ? "" : reached).split(" ")));
        expected.remove("");
        if (!service.equals("nothing-else")) {
            expected.add(DNS);
        }
        assertThat(ways(policy("least", service).at("/spec/egress"), "to")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    case-service         | monitoring:figures pods:figures ingress-nginx:pages
                    ingest-service       | monitoring:figures pods:figures
                    analysis-service     | monitoring:figures pods:figures
                    notification-service | monitoring:figures pods:figures
                    smoke-test           |
                    nothing-else         |
                    """)
    void aServiceIsReachedByTheseAndNobodyElse(String service, String reaching) {
        var expected = new TreeSet<>(List.of((reaching == null ? "" : reaching).split(" ")));
        expected.remove("");
        assertThat(ways(policy("least", service).at("/spec/ingress"), "from")).isEqualTo(expected);
    }

    @Test
    void whatIsElsewhereIsReachedByItsAddressesAlone() {
        assertThat(ways(policy("external", "case-service").at("/spec/egress"), "to"))
                .containsExactlyInAnyOrder(
                        DNS, "10.1.2.0/24:9093", "10.1.3.7/32:6432", "203.0.113.0/24:443");
        assertThat(ways(policy("external", "analysis-service").at("/spec/egress"), "to"))
                .containsExactlyInAnyOrder(DNS, "10.1.2.0/24:9093", "tracing:4318");
        assertThat(ways(policy("external", "notification-service").at("/spec/egress"), "to"))
                .containsExactlyInAnyOrder(
                        DNS, "10.1.2.0/24:9093", "10.1.3.7/32:6432", "10.1.4.25/32:587");
    }

    @Test
    void thePublicWebLeavesOutPrivateAddressesAndTheCloudsOwn() {
        var web =
                policy("least", "ingest-service")
                        .at("/spec/egress")
                        .findValues("ipBlock")
                        .getFirst();
        assertThat(web.path("except").valueStream().map(JsonNode::asString))
                .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"least", "external", "strimzi", "scram-keda"})
    void everyPodIsUnderAPolicyForBothDirections(String example) {
        var manifests = Chart.of(example);
        for (var pod : manifests.pods()) {
            var over =
                    manifests.ofKind("NetworkPolicy").stream()
                            .filter(one ->
                                    ManifestsTest.matches(
                                            one.at("/spec/podSelector/matchLabels"), pod))
                            .toList();
            // Its own, and the one that denies.
            assertThat(over)
                    .hasSize(2)
                    .allSatisfy(policy ->
                            assertThat(
                                            policy.at("/spec/policyTypes")
                                                    .valueStream()
                                                    .map(JsonNode::asString))
                                    .containsExactly("Ingress", "Egress"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ingress.enabled, Ingress, /websub/", "httpRoute.enabled, HTTPRoute, /websub"})
    void hubsReachOnePathOfTheCollectorAndNothingElse(String way, String kind, String path) {
        var chart =
                Chart.of(
                        "least",
                        Map.of(
                                way,
                                true,
                                "httpRoute.parentRefs[0].name",
                                "gateway",
                                "ingest.settings.websub.callback",
                                "https://push.school.example"));
        var route = chart.of(kind, "ingest-service");
        assertThat(route.toString()).contains("push.school.example");
        assertThat(Stream.of("path", "value").flatMap(at -> route.findValues(at).stream()))
                .filteredOn(JsonNode::isString)
                .extracting(JsonNode::asString)
                .containsExactly(path);
        assertThat(ways(chart.of("NetworkPolicy", "ingest-service").at("/spec/ingress"), "from"))
                .contains("ingress-nginx:figures");
    }

    @Test
    void nobodyReachesTheCollectorWhereNoHubMay() {
        var chart = Chart.of("least", Map.of("ingress.enabled", true));
        assertThat(chart.ofKind("Ingress")).hasSize(1);
    }

    @Test
    void withoutPoliciesThereAreNone() {
        assertThat(Chart.of("single").ofKind("NetworkPolicy")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrapServers, kafka.school.example:9092, networkPolicy.kafka.to",
        "postgresql.host, db.school.example, networkPolicy.postgresql.to",
        "signIn.issuer, https://login.provider.example/x, networkPolicy.identityProvider.to",
    })
    void aHostElsewhereWhoseAddressesAreNotGivenIsRefusedByName(
            String value, String given, String named) {
        assertThatThrownBy(() -> Chart.of("least", Map.of(value, given)))
                .hasMessageContaining(named)
                .hasMessageContaining(value);
    }

    private static JsonNode policy(String example, String service) {
        return Chart.of(example).of("NetworkPolicy", service);
    }

    /// Each peer with each port, shortly: a namespace, `pods` of this one, or an address.
    private static TreeSet<String> ways(JsonNode rules, String direction) {
        return rules.valueStream()
                .flatMap(rule ->
                        rule.path(direction)
                                .valueStream()
                                .flatMap(peer ->
                                        rule.path("ports")
                                                .valueStream()
                                                .map(port ->
                                                        peer(peer)
                                                                + ":"
                                                                + port.path("port").asString())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            return peer.at("/ipBlock/cidr").asString();
        }
        var namespace = peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name");
        return namespace.isMissingNode() ? "pods" : namespace.asString();
    }
}
