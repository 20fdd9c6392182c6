package org.handbell.endtoend.operate;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One panel of a dashboard.
record Panel(String dashboard, JsonNode json) {

    String title() {
        return json.path("title").asString();
    }

    String description() {
        return json.path("description").asString();
    }

    String unit() {
        return json.at("/fieldConfig/defaults/unit").asString("");
    }

    Place place() {
        var pos = json.path("gridPos");
        return new Place(
                pos.path("x").asInt(),
                pos.path("y").asInt(),
                pos.path("w").asInt(),
                pos.path("h").asInt());
    }

    List<Query> queries() {
        return json.path("targets").valueStream().map(target -> new Query(this, target)).toList();
    }

    @Override
    public String toString() {
        return dashboard + ": " + title();
    }

    /// Where it lies on Grafana's grid of 24 columns.
    record Place(int x, int y, int width, int height) {

        boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }
}
