package org.handbell.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.handbell.endtoend.RealServers;
import org.handbell.endtoend.ServerProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The dashboards against Grafana's own published types: what is misspelt, missing or unknown to
/// Grafana does not compile.
class GrafanaSchemaTest {

    private static final Path OURS = Path.of("servers", "grafana-schema");
    private static final Path NODE = RealServers.folder().resolve("node/bin/node");
    private static final Path MODULES = RealServers.folder().resolve("grafana-schema/node_modules");

    @TempDir Path folder;

    @BeforeAll
    static void requireTheSchema() {
        RealServers.require(
                Files.isExecutable(NODE) && Files.isDirectory(MODULES)
                        ? Optional.empty()
                        : Optional.of("no Node or no @grafana/schema"));
    }

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void theDashboardIsAsGrafanaPublishesIt(Dashboard dashboard) throws IOException {
        assertThat(compiled(dashboard.json().toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"unit\":\"s\"', '\"unit\":\"sec\"'",
        "'\"colorMode\":\"background\"', '\"colorMode\":\"backdrop\"'",
        "'\"legendFormat\":', '\"legend\":'",
        "'\"thresholds\":{', '\"threshold\":{'",
    })
    void aSlipOfThePenIsFound(String right, String wrong) throws IOException {
        var json = Dashboard.all().getFirst().json().toString();
        assertThat(json).contains(right);
        var slip = json.replace(right, wrong);
        assertThatThrownBy(() -> compiled(slip)).hasMessageContaining("error TS");
    }

    private String compiled(String json) throws IOException {
        Files.copy(OURS.resolve("model.ts"), folder.resolve("model.ts"));
        Files.createSymbolicLink(folder.resolve("node_modules"), MODULES.toAbsolutePath());
        Files.writeString(
                folder.resolve("dashboard.ts"),
                "import type { Published } from './model';\nexport const dashboard: Published = "
                        + json
                        + ";\n");
        Files.writeString(
                folder.resolve("tsconfig.json"),
                Files.readString(OURS.resolve("tsconfig.json"))
                        .replace("\"files\": []", "\"files\": [\"dashboard.ts\"]"));
        return ServerProcess.run(
                folder,
                "",
                List.of(
                        NODE.toString(),
                        MODULES.resolve("typescript/bin/tsc").toString(),
                        "-p",
                        folder.toString()));
    }
}
