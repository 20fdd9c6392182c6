package org.handbell.ingest.source.graph;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.paged.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a page of a list of the Graph API: `data` and `paging`.
public final class GraphPages {

    private GraphPages() {}

    /// A list ends where the API names no next page, whatever cursors it gives.
    public static Step<Page> of(JsonNode list) {
        var next = text(list.path("paging"), "next") == null ? null : cursor(list);
        return page(list, next);
    }

    /// A list inside another answer has cursors alone: it ends where there is none, or with an
    /// empty page.
    public static Step<Page> nested(JsonNode list) {
        var cursor = cursor(list);
        return page(list, list.path("data").isEmpty() || cursor.isEmpty() ? null : cursor);
    }

    private static Step<Page> page(JsonNode list, @Nullable String next) {
        return list.path("data").isArray()
                ? Step.go(new Page(List.copyOf(list.path("data").values()), next))
                : Step.refused("the answer has no list");
    }

    private static String cursor(JsonNode list) {
        return textOrEmpty(list.path("paging").path("cursors"), "after");
    }
}
