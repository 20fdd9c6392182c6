package org.handbell.ingest.source;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;

/// Pictures and videos that go with an item but are not part of its HTML.
public final class Enclosure {

    private Enclosure() {}

    /// Empty where the type is neither picture nor video, or there is no web address.
    ///
    /// @param type a media type, or its beginning: `image/png`, `image`
    public static Optional<Post.Media> of(
            @Nullable String type, @Nullable String url, @Nullable String alt) {
        if (type == null || url == null || !url.matches("(?i)https?://.+")) {
            return Optional.empty();
        }
        if (type.startsWith("image")) {
            return Optional.of(medium(Post.MediaType.IMAGE, url, alt));
        }
        return type.startsWith("video")
                ? Optional.of(medium(Post.MediaType.VIDEO, url, alt))
                : Optional.empty();
    }

    private static Post.Media medium(Post.MediaType type, String url, @Nullable String alt) {
        return new Post.Media(type, url, alt, null, List.of(), false);
    }
}
