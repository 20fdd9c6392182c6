package org.handbell.endtoend.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The operator's files about rules: what Prometheus and Alertmanager read, and the runbook.
final class MonitoringFiles {

    static final Path ROOT = Path.of("..");
    static final Path PROMETHEUS = ROOT.resolve("ops/prometheus");
    static final Path ALERTMANAGER = ROOT.resolve("ops/alertmanager");
    static final Path RUNBOOK = ROOT.resolve("docs/runbook.md");

    private static final YAMLMapper YAML = new YAMLMapper();

    private MonitoringFiles() {}

    /// The alerting rules, in their order.
    static List<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    static List<String> alertNames() {
        return alerts().stream().map(rule -> rule.path("alert").asString()).toList();
    }

    /// Alerting and recording rules.
    static Stream<JsonNode> rules() {
        return yaml(PROMETHEUS.resolve("alerting-rules.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    /// Files with unit tests of the rules.
    static List<Path> unitTests() {
        try (var files = Files.list(PROMETHEUS)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-test.yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + PROMETHEUS, e);
        }
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
