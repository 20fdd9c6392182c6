package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PodsTest {

    static List<String> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPodIsHardened(String example) {
        for (var pod : Chart.of(example).pods()) {
            var spec = pod.path("spec");
            assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(spec.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(spec.path("hostNetwork").isMissingNode()).isTrue();
            var security = spec.path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean(false)).isTrue();
            assertThat(security.path("runAsUser").asInt(0)).isGreaterThan(9999);
            assertThat(security.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
            assertThat(spec.path("containers").valueStream())
                    .isNotEmpty()
                    .allSatisfy(this::isHardened);
        }
    }

    @Test
    void theTokensOfPlatformsAreFilesOfTheCollectorAlone() {
        var file = "/etc/handbell/tokens/page";
        var chart =
                Chart.of(
                        "least",
                        Map.of(
                                "ingest.tokensSecret",
                                "platforms",
                                "ingest.settings.tokens.page.platform",
                                "facebook",
                                "ingest.settings.tokens.page.file",
                                file));
        for (var service : Chart.SERVICES) {
            var mounts = chart.container(service).path("volumeMounts").valueStream();
            assertThat(mounts.map(mount -> mount.path("mountPath").asString()))
                    .satisfies(paths ->
                            assertThat(paths.contains("/etc/handbell/tokens"))
                                    .as(service)
                                    .isEqualTo(service.equals("ingest-service")));
        }
        assertThat(chart.settings("ingest-service")).contains(file);
    }

    private void isHardened(JsonNode container) {
        var security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
        assertThat(security.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
        assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
        assertThat(container.at("/resources/requests/memory").asString())
                .isEqualTo(container.at("/resources/limits/memory").asString());
        assertThat(container.at("/resources/requests/cpu").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPodWritesNowhereButInABoundedFolder(String example) {
        for (var service : Chart.SERVICES) {
            var spec = Chart.of(example).of("Deployment", service).at("/spec/template/spec");
            var volumes = new HashSet<String>();
            spec.path("volumes")
                    .valueStream()
                    .forEach(volume -> {
                        volumes.add(volume.path("name").asString());
                        var folder = volume.path("emptyDir");
                        assertThat(folder.isMissingNode() || folder.has("sizeLimit")).isTrue();
                        var mode = volume.at("/secret/defaultMode");
                        assertThat(mode.isMissingNode() || mode.asInt() == 0440).isTrue();
                    });
            var mounts = spec.at("/containers/0/volumeMounts");
            assertThat(mounts.valueStream().map(mount -> mount.path("name").asString()))
                    .containsExactlyInAnyOrderElementsOf(volumes);
            assertThat(
                            mounts.valueStream()
                                    .filter(mount -> !mount.path("readOnly").asBoolean(false))
                                    .map(mount -> mount.path("mountPath").asString()))
                    .containsExactly("/tmp");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void probesAndServicesPointAtPortsThatTheContainerHas(String example) {
        for (var service : Chart.SERVICES) {
            var container = Chart.of(example).container(service);
            var ports = container.path("ports").valueStream().map(p -> p.path("name").asString());
            assertThat(ports).contains("figures");
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).at("/httpGet/port").asString())
                        .isEqualTo("figures");
            }
            var open = container.path("ports");
            Chart.of(example)
                    .of("Service", service)
                    .at("/spec/ports")
                    .valueStream()
                    .forEach(port ->
                            assertThat(
                                            open.valueStream()
                                                    .filter(one ->
                                                            one.path("name")
                                                                    .equals(
                                                                            port.path(
                                                                                    "targetPort")))
                                                    .map(one -> one.path("containerPort").asInt()))
                                    .containsExactly(port.path("port").asInt()));
        }
    }

    /// Spring waits up to 30 s in a phase, and what follows must fit as well.
    @ParameterizedTest
    @MethodSource("examples")
    void aPodHasTimeToStop(String example) {
        for (var service : Chart.SERVICES) {
            var spec = Chart.of(example).of("Deployment", service).at("/spec/template/spec");
            var before = spec.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0);
            assertThat(spec.path("terminationGracePeriodSeconds").asInt())
                    .isGreaterThanOrEqualTo(before + 30);
        }
    }

    @Test
    void aChangedSettingReplacesThePodsAndAnUnchangedOneDoesNot() {
        var checksum = "/spec/template/metadata/annotations/checksum~1settings";
        var before = Chart.of("least");
        var after = Chart.of("least", Map.of("ingest.settings.poll.concurrent", 8));
        for (var service : Chart.SERVICES) {
            var changed =
                    !before.of("Deployment", service)
                            .at(checksum)
                            .equals(after.of("Deployment", service).at(checksum));
            assertThat(changed).as(service).isEqualTo(service.equals("ingest-service"));
        }
    }

    @Test
    void whatScalesByItselfHasNoFixedNumberOfPods() {
        var manifests = Chart.of("external");
        assertThat(
                        manifests
                                .of("Deployment", "ingest-service")
                                .at("/spec/replicas")
                                .isMissingNode())
                .isTrue();
        assertThat(manifests.of("Deployment", "analysis-service").at("/spec/replicas").asInt())
                .isEqualTo(2);
        assertThat(
                        manifests
                                .of("HorizontalPodAutoscaler", "ingest-service")
                                .at("/spec/scaleTargetRef/name")
                                .asString())
                .isEqualTo("trust-handbell-ingest-service");
    }

    /// Runs the script of `helm test` as the manifest has it.
    @Test
    void theSmokeTestPassesOnlyWhereAllAreReady() throws Exception {
        Assumptions.assumeTrue(hasBash(), "bash is not installed");
        var container = Chart.of("least").ofKind("Pod").getFirst().at("/spec/containers/0");
        assertThat(container.path("command").valueStream().skip(4).map(JsonNode::asString))
                .containsExactly(
                        "handbell-case-service:9080",
                        "handbell-ingest-service:8081",
                        "handbell-analysis-service:8082",
                        "handbell-notification-service:8083");
        var ready = answering(200);
        var unready = answering(503);
        try {
            assertThat(smoke(container, ready, ready)).isZero();
            assertThat(smoke(container, ready, unready)).isNotZero();
            assertThat(smoke(container, 1, ready)).isNotZero();
        } finally {
            servers.forEach(server -> server.stop(0));
        }
    }

    private final List<HttpServer> servers = new ArrayList<>();

    private int answering(int status) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private static int smoke(JsonNode container, int... ports)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        container
                                .path("command")
                                .valueStream()
                                .limit(4)
                                .map(JsonNode::asString)
                                .toList());
        for (var port : ports) {
            command.add("127.0.0.1:" + port);
        }
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static boolean hasBash() {
        try {
            return new ProcessBuilder("bash", "-c", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
