package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.paged.Page;
import tools.jackson.databind.JsonNode;

/// Reads a page of one of LinkedIn's lists: `elements` and `paging`, counted from the first entry.
final class LinkedInPages {

    static final int LENGTH = 100;

    private LinkedInPages() {}

    /// @param start which entry was asked for first
    static Step<Page> of(JsonNode list, String start) {
        if (!list.path("elements").isArray()) {
            return Step.refused("the answer has no list");
        }
        var more =
                list.path("paging").path("links").values().stream()
                        .anyMatch(link -> textOrEmpty(link, "rel").equals("next"));
        var entries = List.copyOf(list.path("elements").values());
        return Step.go(new Page(entries, more ? Integer.toString(from(start) + LENGTH) : null));
    }

    static int from(String start) {
        return start.isEmpty() ? 0 : Integer.parseInt(start);
    }
}
