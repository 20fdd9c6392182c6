package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what the chart sets against what the services read.
class SettingsTest {

    /// The Java launcher's own.
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    /// Further environment of an example.
    private static final Set<String> OPERATORS_OWN = Set.of("HTTPS_PROXY", "PROXY_TOKEN");

    private static final Pattern FILE = Pattern.compile("/etc/handbell/[a-z/._]+");
    private static final Set<String> SPRING = springs();

    @TempDir Path folder;

    static List<String> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everythingThatTheChartSetsIsReadBySomething(String example) {
        for (var service : Chart.SERVICES) {
            var environment = environment(example, service);
            var bound = environment.bound();
            var documented = Chart.text(Chart.ROOT.resolve(service).resolve("README.md"));
            assertThat(environment.set())
                    .as(service)
                    .isNotEmpty()
                    .allMatch(name ->
                            name.startsWith("handbell.")
                                    ? isBound(bound, name) || documented.contains("`" + name + "`")
                                    : isSprings(name));
        }
    }

    private static boolean isBound(Set<ConfigurationPropertyName> bound, String name) {
        return bound.contains(ConfigurationPropertyName.adapt(name, '.'));
    }

    private static boolean isSprings(String name) {
        return SPRING.stream()
                .anyMatch(known -> name.equals(known) || name.startsWith(known + "."));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyVariableOfAPodIsReadBySomething(String example) {
        for (var service : Chart.SERVICES) {
            var container = Chart.of(example).container(service);
            var file = Chart.text(yml(service));
            assertThat(environment(example, service).variables())
                    .as(service)
                    .filteredOn(name -> !OPERATORS_OWN.contains(name))
                    .allMatch(name ->
                            name.equals(JAVA_OPTIONS)
                                    || file.contains("${" + name + ":")
                                    || container.toString().contains("$(" + name + ")")
                                    || SPRING.stream()
                                            .map(SettingsTest::variable)
                                            .anyMatch(known ->
                                                    name.equals(known)
                                                            || name.startsWith(known + "_")));
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatTheChartSetsWinsOverWhatAServiceBrings(String example) {
        var brokers = Chart.yaml(Chart.values(example)).at("/kafka/bootstrapServers").asString();
        for (var service : Chart.SERVICES) {
            assertThat(environment(example, service).get("spring.kafka.bootstrap-servers"))
                    .isEqualTo(brokers);
        }
        var host = Chart.yaml(Chart.values(example)).at("/postgresql/host").asString();
        for (var service : List.of("case-service", "notification-service")) {
            assertThat(environment(example, service).get("spring.datasource.url"))
                    .startsWith("jdbc:postgresql://" + host + ":");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFileThatIsNamedIsMounted(String example) {
        for (var service : Chart.SERVICES) {
            var pod = Chart.of(example).of("Deployment", service).at("/spec/template/spec");
            var named = new TreeSet<String>();
            var text = Chart.of(example).settings(service);
            FILE.matcher(text).results().forEach(found -> named.add(found.group()));
            assertThat(files(pod)).containsAll(named);
        }
    }

    private static Set<String> files(JsonNode pod) {
        var files = new TreeSet<String>();
        pod.at("/containers/0/volumeMounts")
                .valueStream()
                .forEach(mount ->
                        pod.path("volumes")
                                .valueStream()
                                .filter(volume -> volume.path("name").equals(mount.path("name")))
                                .flatMap(volume -> volume.at("/secret/items").valueStream())
                                .forEach(item ->
                                        files.add(
                                                mount.path("mountPath").asString()
                                                        + "/"
                                                        + item.path("path").asString())));
        return files;
    }

    @Test
    void aServiceSeesTheKeysThatItNeedsAndNoOther() {
        assertThat(keys("case-service")).containsExactly("evidence_key", "hash_key");
        assertThat(keys("ingest-service")).containsExactly("fingerprint_key");
        assertThat(keys("analysis-service")).containsExactly("hash_key");
        assertThat(keys("notification-service")).isEmpty();
    }

    private static Set<String> keys(String service) {
        var keys = new TreeSet<String>();
        Chart.of("least")
                .of("Deployment", service)
                .at("/spec/template/spec/volumes")
                .valueStream()
                .filter(volume ->
                        volume.at("/secret/secretName").asString("").equals("handbell-keys"))
                .flatMap(volume -> volume.at("/secret/items").valueStream())
                .forEach(item -> keys.add(item.path("key").asString()));
        return keys;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePortsAreThoseThatTheServicesListenOn(String example) {
        for (var service : Chart.SERVICES) {
            var environment = environment(example, service);
            var ports = Chart.of(example).container(service).path("ports");
            var pages = environment.get("server.port");
            var figures =
                    environment.binder().bind("management.server.port", String.class).orElse(pages);
            assertThat(port(ports, "figures")).isEqualTo(figures);
            if (service.equals("case-service")) {
                assertThat(port(ports, "pages")).isEqualTo(pages).isNotEqualTo(figures);
            }
        }
    }

    private static String port(JsonNode ports, String name) {
        return ports.valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .map(one -> one.path("containerPort").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoPodsOfTheAnalysisNeverShareATransactionalId() {
        var variable =
                Chart.of("least")
                        .container("analysis-service")
                        .path("env")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals("HANDBELL_INSTANCE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(variable.at("/valueFrom/fieldRef/fieldPath").asString())
                .isEqualTo("metadata.name");
        assertThat(
                        environment("least", "analysis-service")
                                .get(
                                        "spring.cloud.stream.kafka.binder.transaction.transaction-id-prefix"))
                .isEqualTo("analysis-handbell-pod-1-");
    }

    @Test
    void theClientsOfKafkaGetPasswordAndAuthorityByWhichTheySpeakWithIt() {
        for (var service : Chart.SERVICES) {
            var user = service.replace("-service", "");
            assertThat(kafka("external", service))
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                    .containsEntry(
                            "sasl.jaas.config",
                            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                    + " username=\"handbell-"
                                    + user
                                    + "\" password=\"kafka-"
                                    + user
                                    + "/password\";")
                    .containsEntry("ssl.truststore.type", "PEM")
                    .containsEntry("ssl.truststore.location", "/etc/handbell/kafka/ca.crt");
        }
    }

    @Test
    void theClientsOfKafkaShowTheirCertificates() {
        for (var service : Chart.SERVICES) {
            assertThat(kafka("strimzi", service))
                    .containsEntry("security.protocol", "SSL")
                    .containsEntry("ssl.keystore.type", "PEM")
                    .containsEntry(
                            "ssl.keystore.certificate.chain", "handbell-" + service + "/user.crt")
                    .containsEntry("ssl.keystore.key", "handbell-" + service + "/user.key");
        }
    }

    private Map<String, Object> kafka(String example, String service) {
        return environment(example, service)
                .binder()
                .bind("spring.kafka", KafkaProperties.class)
                .get()
                .buildAdminProperties();
    }

    @Test
    void groupsOfTheProviderReachTheDesk() {
        var changed =
                Chart.of(
                        "least",
                        Map.of(
                                "signIn.groups[0].group=Heads of School,signIn.groups[0].role=head,signIn.groups[0].academy",
                                "*",
                                "signIn.claims.groups",
                                "roles",
                                "signIn.verifiedEmail",
                                false));
        var environment = new ServiceEnvironment(changed, "case-service", folder);
        assertThat(environment.get("handbell.sign-in.groups[0].group"))
                .isEqualTo("Heads of School");
        assertThat(environment.get("handbell.sign-in.groups[0].role")).isEqualTo("head");
        assertThat(environment.get("handbell.sign-in.groups[0].academy")).isEqualTo("*");
        assertThat(environment.get("handbell.sign-in.providers.trust.groups-claim"))
                .isEqualTo("roles");
        assertThat(environment.get("handbell.sign-in.providers.trust.verified-claim")).isEmpty();
        assertThat(environment.bound())
                .anyMatch(name -> name.toString().startsWith("handbell.sign-in.groups[0]"));
    }

    private ServiceEnvironment environment(String example, String service) {
        return new ServiceEnvironment(Chart.of(example), service, folder);
    }

    private static Path yml(String service) {
        return Chart.ROOT.resolve(service).resolve("src/main/resources").resolve(service + ".yml");
    }

    /// Names of all properties that Spring's own jars document.
    private static Set<String> springs() {
        var names = new TreeSet<String>();
        try {
            var found =
                    SettingsTest.class
                            .getClassLoader()
                            .getResources("META-INF/spring-configuration-metadata.json");
            for (var resource : Collections.list(found)) {
                try (var stream = resource.openStream()) {
                    properties(JsonMapper.shared().readTree(stream)).forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private static Stream<String> properties(JsonNode metadata) {
        return metadata.path("properties").valueStream().map(one -> one.path("name").asString());
    }
}
