package org.handbell.ingest.source.paged;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One page of a list. It may be short or empty though another follows.
///
/// @param next where the next page begins, in the platform's own words; null where the list ends
public record Page(List<JsonNode> entries, @Nullable String next) {

    public Page {
        entries = List.copyOf(entries);
    }
}
