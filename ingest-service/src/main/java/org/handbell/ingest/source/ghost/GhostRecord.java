package org.handbell.ingest.source.ghost;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Enclosure;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one post.
///
/// @param authors whether to say who posted, as in a group account
record GhostRecord(GhostAddress address, boolean authors) {

    /// Empty where it is another author's.
    Optional<Item> read(JsonNode post) {
        return isOurs(post) ? Optional.of(item(post)) : Optional.empty();
    }

    private boolean isOurs(JsonNode post) {
        return address.author() == null
                || post.path("authors").values().stream()
                        .anyMatch(a -> address.author().equalsIgnoreCase(text(a, "slug")));
    }

    private Item item(JsonNode post) {
        var said = said(post);
        var posted = requiredTime(post, "published_at");
        return new Item(
                address.postId(id(post)),
                Action.POST,
                authors ? text(post.path("authors").path(0), "name") : null,
                text(post, "url"),
                posted,
                text(post, "published_at"),
                edited(post, posted),
                said.titled(title(post)),
                null,
                media(post, said),
                new Referral(address.host()).removed(said.links()),
                null,
                List.of(),
                post.toString());
    }

    private static String id(JsonNode post) {
        var id = required(post, "id");
        if (!GhostAddress.isId(id)) {
            throw new MalformedItemException("id is not 24 hexadecimal digits");
        }
        return id;
    }

    /// Of a post for members, what everybody may read.
    private static PlainText said(JsonNode post) {
        var html = text(post, "html");
        return html == null
                ? new PlainText(textOrEmpty(post, "plaintext").strip(), List.of(), List.of())
                : PlainText.ofHtml(html, textOrEmpty(post, "url"));
    }

    /// With the summary, where the author wrote one.
    private static @Nullable String title(JsonNode post) {
        var summary = new PlainText(textOrEmpty(post, "custom_excerpt"), List.of(), List.of());
        return summary.titled(text(post, "title"));
    }

    private static @Nullable Instant edited(JsonNode post, Instant posted) {
        var updated = timeOrNull(post, "updated_at");
        return updated == null || !updated.isAfter(posted) ? null : updated;
    }

    private static List<Post.Media> media(JsonNode post, PlainText said) {
        var media = new ArrayList<Post.Media>();
        Enclosure.of("image", text(post, "feature_image"), text(post, "feature_image_alt"))
                .ifPresent(media::add);
        media.addAll(said.media());
        return media;
    }
}
