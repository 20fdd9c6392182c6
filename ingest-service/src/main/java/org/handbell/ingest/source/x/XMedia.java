package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The pictures and polls of a post, which come beside the posts of a page.
record XMedia(JsonNode post, XIncludes includes) {

    /// With their descriptions.
    List<Post.Media> shown() {
        return nodes().stream().map(XMedia::medium).toList();
    }

    /// What a poll lets choose, in its order.
    List<String> options() {
        return polls().stream()
                .flatMap(poll -> poll.path("options").values().stream())
                .sorted(Comparator.comparingInt(option -> option.path("position").intValue(0)))
                .map(option -> textOrEmpty(option, "label"))
                .toList();
    }

    List<JsonNode> nodes() {
        return included("media_keys", includes.media());
    }

    List<JsonNode> polls() {
        return included("poll_ids", includes.polls());
    }

    private List<JsonNode> included(String field, Map<String, JsonNode> by) {
        return post.path("attachments").path(field).values().stream()
                .map(key -> by.get(key.stringValue("")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Post.Media medium(JsonNode node) {
        var photo = textOrEmpty(node, "type").equals("photo");
        return new Post.Media(
                photo ? Post.MediaType.IMAGE : Post.MediaType.VIDEO,
                photo ? text(node, "url") : film(node),
                text(node, "alt_text"),
                null,
                List.of(),
                false);
    }

    /// Of a film's variants, the first that is one file.
    private static @Nullable String film(JsonNode node) {
        for (var variant : node.path("variants").values()) {
            if (textOrEmpty(variant, "content_type").equals("video/mp4")) {
                return text(variant, "url");
            }
        }
        return text(node, "preview_image_url");
    }
}
