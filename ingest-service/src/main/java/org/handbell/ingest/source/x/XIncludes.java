package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a page brings beside its posts: the posts that they share, their pictures and their polls.
record XIncludes(
        Map<String, JsonNode> posts, Map<String, JsonNode> media, Map<String, JsonNode> polls) {

    /// @param includes the `includes` of an answer; may be missing
    static XIncludes of(JsonNode includes) {
        return new XIncludes(
                by("id", includes.path("tweets")),
                by("media_key", includes.path("media")),
                by("id", includes.path("polls")));
    }

    Optional<JsonNode> post(@Nullable String id) {
        return Optional.ofNullable(id).map(posts::get);
    }

    /// How many of these X asks money for.
    int paid() {
        return posts.size() + media.size();
    }

    private static Map<String, JsonNode> by(String field, JsonNode list) {
        var by = new HashMap<String, JsonNode>();
        for (var node : list.values()) {
            var key = text(node, field);
            if (key != null) {
                by.put(key, node);
            }
        }
        return by;
    }
}
