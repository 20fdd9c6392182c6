package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The pictures and videos of an object; `name` describes them.
final class Attachments {

    private Attachments() {}

    static List<Post.Media> of(JsonNode object) {
        return Stream.of("attachment", "image")
                .flatMap(field -> Ld.all(object, field).stream())
                .flatMap(attached -> medium(attached).stream())
                .toList();
    }

    private static Optional<Post.Media> medium(JsonNode attached) {
        return type(attached)
                .map(type ->
                        new Post.Media(
                                type,
                                url(attached),
                                text(attached, "name"),
                                null,
                                List.of(),
                                false));
    }

    private static Optional<Post.MediaType> type(JsonNode attached) {
        var type = textOrEmpty(attached, "mediaType");
        if (type.startsWith("image/") || (type.isEmpty() && Ld.is(attached, "Image"))) {
            return Optional.of(Post.MediaType.IMAGE);
        }
        return type.startsWith("video/") || (type.isEmpty() && Ld.is(attached, "Video"))
                ? Optional.of(Post.MediaType.VIDEO)
                : Optional.empty();
    }

    private static @Nullable String url(JsonNode attached) {
        var url = Ld.link(attached, "url");
        return url == null ? Ld.link(attached, "href") : url;
    }
}
