package org.handbell.ingest.source;

import java.time.Instant;
import java.util.List;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.Post.Engaged;
import org.jspecify.annotations.Nullable;

/// One item as a platform shows it, before it becomes a post. Texts are plain, not HTML; they may
/// be of any length, since the bounds are kept in one place behind the sources.
///
/// @param postId the platform's own URI of the item, the same over all edits
/// @param original the item as the platform sent it
public record Item(
        String postId,
        Action action,
        @Nullable String author,
        @Nullable String url,
        Instant postedAt,
        @Nullable String platformTime,
        @Nullable Instant editedAt,
        String text,
        @Nullable String language,
        List<Post.Media> media,
        List<String> links,
        @Nullable Engaged of,
        List<String> pollOptions,
        String original) {

    public Item {
        media = List.copyOf(media);
        links = List.copyOf(links);
        pollOptions = List.copyOf(pollOptions);
    }

    /// Since when it is as it is, by the platform's clock and as far as the platform says.
    public Instant stateAt() {
        return editedAt == null ? postedAt : editedAt;
    }

    /// The same item under another id of its platform.
    public Item under(String otherId) {
        return new Item(
                otherId,
                action,
                author,
                url,
                postedAt,
                platformTime,
                editedAt,
                text,
                language,
                media,
                links,
                of,
                pollOptions,
                original);
    }

    /// The same item with other links.
    public Item linking(List<String> otherLinks) {
        return new Item(
                postId,
                action,
                author,
                url,
                postedAt,
                platformTime,
                editedAt,
                text,
                language,
                media,
                otherLinks,
                of,
                pollOptions,
                original);
    }
}
