package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// A chart cannot read what lies outside its folder, so it has copies.
class CopiesTest {

    private static final String REMEDY = "out of date: run helm/sync-files";

    @ParameterizedTest
    @CsvSource({
        "ops/prometheus/alerting-rules.yml, alerting-rules.yml",
        "contract/src/main/resources/rights.yaml, rights.yaml",
    })
    void theChartsCopyIsTheSame(Path original, Path copy) {
        assertThat(Chart.text(Chart.FOLDER.resolve("files").resolve(copy)))
                .as(REMEDY)
                .isEqualTo(Chart.text(Chart.ROOT.resolve(original)));
    }

    @Test
    void theChartsDashboardsAreTheSame() throws IOException {
        var originals = Chart.ROOT.resolve("ops/grafana/dashboards");
        assertThat(texts(Chart.FOLDER.resolve("files/dashboards")))
                .as(REMEDY)
                .isNotEmpty()
                .isEqualTo(texts(originals));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(file -> texts.put(file.getFileName().toString(), Chart.text(file)));
        }
        return texts;
    }

    @Test
    void theRulesReachTheClusterUnchanged() {
        var original = Chart.yaml(Chart.FOLDER.resolve("files/alerting-rules.yml"));
        var rule = Chart.of("external").ofKind("PrometheusRule").getFirst();
        assertThat(rule.path("spec")).isEqualTo(original);
        assertThat(rule.at("/spec/groups").isEmpty()).isFalse();
    }

    @Test
    void eachDashboardReachesTheClusterUnchangedAndIsFoundByTheSidecar() throws IOException {
        var originals = texts(Chart.FOLDER.resolve("files/dashboards"));
        var made = new TreeMap<String, Object>();
        for (var manifest : Chart.of("external").ofKind("ConfigMap")) {
            if (manifest.at("/metadata/labels/grafana_dashboard").asString("").equals("1")) {
                manifest.path("data")
                        .propertyStream()
                        .forEach(one ->
                                made.put(
                                        one.getKey(),
                                        JsonMapper.shared().readTree(one.getValue().asString())));
            }
        }
        assertThat(made).isNotEmpty();
        var expected = new TreeMap<String, Object>();
        originals.forEach((name, text) -> expected.put(name, JsonMapper.shared().readTree(text)));
        assertThat(made).isEqualTo(expected);
    }
}
