package org.handbell.ingest.source.facebook;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is attached to a post or a comment.
///
/// @param words of the first one that quotes or describes something; empty where none does
record FacebookAttachments(List<Post.Media> media, List<String> links, String words) {

    /// @param said the post's own words, which Facebook repeats as the caption of its picture
    static FacebookAttachments of(List<JsonNode> attached, String said) {
        var all = new ArrayList<JsonNode>();
        for (var attachment : attached) {
            var inner = attachment.path("subattachments").path("data").values();
            if (inner.isEmpty()) {
                all.add(attachment);
            } else {
                all.addAll(inner);
            }
        }
        var media = new ArrayList<Post.Media>();
        var links = new LinkedHashSet<String>();
        all.forEach(attachment -> sort(attachment, said, media, links));
        return new FacebookAttachments(media, List.copyOf(links), words(attached, said));
    }

    private static void sort(
            JsonNode attachment, String said, List<Post.Media> media, LinkedHashSet<String> links) {
        var kind = textOrEmpty(attachment, "media_type") + " " + textOrEmpty(attachment, "type");
        if (kind.contains("video")) {
            media.add(medium(Post.MediaType.VIDEO, attachment, said));
        } else if (kind.contains("photo") || kind.contains("sticker") || kind.contains("gif")) {
            media.add(medium(Post.MediaType.IMAGE, attachment, said));
        } else {
            FacebookLinks.of(attachment).ifPresent(links::add);
        }
    }

    private static Post.Media medium(Post.MediaType type, JsonNode attachment, String said) {
        var described = text(attachment, "description");
        return new Post.Media(
                type,
                file(type, attachment.path("media")),
                described == null || described.equals(said) ? null : described,
                null,
                List.of(),
                false);
    }

    private static @Nullable String file(Post.MediaType type, JsonNode media) {
        var video = type == Post.MediaType.VIDEO ? text(media, "source") : null;
        return video == null ? text(media.path("image"), "src") : video;
    }

    private static String words(List<JsonNode> attached, String said) {
        return attached.stream()
                .map(attachment -> textOrEmpty(attachment, "description"))
                .filter(words -> !words.isBlank() && !words.equals(said))
                .findFirst()
                .orElse("");
    }
}
