package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DeploymentFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path CHART = ROOT.resolve("helm");
    private static final Path VALUES = CHART.resolve("ci/external-values.yaml");
    private static final List<String> SERVICES =
            List.of("case-service", "ingest-service", "analysis-service", "notification-service");

    @Test
    void theChartPassesLint() {
        var result = new Helm(CHART).lint().strict().call();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void theChartMakesADeploymentAndAServiceForEachService() throws IOException {
        var documents = documents(new Helm(CHART).template().withValuesFile(VALUES).call());
        assertThat(names(documents, "Deployment")).hasSize(4).allMatch(this::isOneOfTheServices);
        assertThat(names(documents, "Service")).hasSize(4).allMatch(this::isOneOfTheServices);
    }

    @Test
    void noPodRunsAsRootOrWritesItsRootFileSystem() throws IOException {
        var documents = documents(new Helm(CHART).template().withValuesFile(VALUES).call());
        for (var pod :
                documents.stream()
                        .filter(d -> d.path("kind").asString().equals("Deployment"))
                        .map(d -> d.at("/spec/template/spec"))
                        .toList()) {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aMissingBrokerIsNamed() {
        var template = new Helm(CHART).template();
        assertThatThrownBy(template::call).hasMessageContaining("say where Kafka is");
    }

    private boolean isOneOfTheServices(String name) {
        return SERVICES.stream().anyMatch(name::endsWith);
    }

    private static List<String> names(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asString().equals(kind))
                .map(document -> document.at("/metadata/name").asString())
                .toList();
    }

    private static List<JsonNode> documents(String manifests) throws IOException {
        try (var all = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(manifests)) {
            return all.readAll().stream().filter(document -> !document.isEmpty()).toList();
        }
    }
}
