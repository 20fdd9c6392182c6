package org.handbell.endtoend.operate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// Draws a dashboard for a look: its grid, its kinds of panels, their units, thresholds, legends
/// and words, with what Prometheus answered. It is not Grafana and looks only roughly like it.
final class Preview {

    private static final int GRID_ROW = 38;
    private static final int MARGIN = 210;

    private Preview() {}

    /// Writes the page.
    static Path write(Dashboard dashboard, Shown shown, Path file) throws IOException {
        var data =
                Map.of(
                        "dashboard", dashboard.json(),
                        "answers", answers(dashboard, shown),
                        "from", shown.from().getEpochSecond(),
                        "to", shown.to().getEpochSecond());
        try (var page = Preview.class.getResourceAsStream("/preview/preview.html")) {
            var html =
                    new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
            var json = JsonMapper.builder().build().writeValueAsString(data);
            return Files.writeString(
                    file, html.replace("/*data*/", "const data = " + json.replace("<", "\\u003c")));
        }
    }

    /// Pixels of the window in which all of it can be seen.
    static int height(Dashboard dashboard) {
        return MARGIN
                + GRID_ROW
                        * dashboard.panels().stream()
                                .map(Panel::place)
                                .mapToInt(place -> place.y() + place.height())
                                .max()
                                .orElse(0);
    }

    private static Map<String, Object> answers(Dashboard dashboard, Shown shown) {
        var answers = new LinkedHashMap<String, Object>();
        for (var panel : dashboard.panels()) {
            var id = panel.json().path("id").asString();
            for (var query : panel.queries()) {
                answers.put(id + query.json().path("refId").asString(), shown.answer(query));
            }
        }
        return answers;
    }
}
