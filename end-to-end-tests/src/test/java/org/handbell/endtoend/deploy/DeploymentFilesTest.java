package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DeploymentFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES =
            List.of("case-service", "ingest-service", "analysis-service", "notification-service");

    @Test
    void composeRunsTheFourServicesAndPublishesOnTheLoopbackAddressOnly() throws IOException {
        var compose =
                new YAMLMapper().readTree(Files.readString(ROOT.resolve("docker-compose.yml")));
        assertThat(compose.path("services").propertyNames()).containsAll(SERVICES);
        var published =
                compose.path("services")
                        .valueStream()
                        .flatMap(service -> service.path("ports").valueStream())
                        .map(JsonNode::asString)
                        .toList();
        assertThat(published).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }
}
