package org.handbell.endtoend.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One dashboard as it lies in `ops/grafana/dashboards`.
///
/// @param name of its file, without ending
record Dashboard(String name, JsonNode json) {

    static final Path GRAFANA = Path.of("..", "ops", "grafana");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// All of them, by name.
    static List<Dashboard> all() {
        try (var files = Files.list(GRAFANA.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Dashboard::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no dashboards", e);
        }
    }

    String uid() {
        return json.path("uid").asString();
    }

    /// Everything that is drawn, rows not counted.
    List<Panel> panels() {
        return json.path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .map(panel -> new Panel(name, panel))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Dashboard read(Path file) {
        var name = file.getFileName().toString().replace(".json", "");
        try {
            return new Dashboard(name, JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
