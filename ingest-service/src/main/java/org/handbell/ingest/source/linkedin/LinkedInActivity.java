package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what an event says of a post, a comment or a like, and only where LinkedIn says that it is
/// for everyone. What LinkedIn adds of other people is not kept.
final class LinkedInActivity {

    private static final String NETWORK = "com.linkedin.ugc.MemberNetworkVisibility";
    private static final String SHARE = "com.linkedin.ugc.ShareContent";

    private LinkedInActivity() {}

    /// Empty where it is not for everyone, or where nobody can tell.
    ///
    /// @throws org.handbell.ingest.source.MalformedItemException where a post needs more
    static Optional<Item> read(LinkedInEvent event) {
        return isPublic(event) ? Optional.of(item(event)) : Optional.empty();
    }

    /// Whether the event holds the whole of what it is about; an edit may hold a part alone.
    static boolean isWhole(LinkedInEvent event) {
        var activity = event.activity();
        return switch (event.kind()) {
            case POST -> activity.path("specificContent").path(SHARE).isObject();
            case COMMENT -> activity.path("message").isObject();
            case LIKE -> true;
        };
    }

    private static boolean isPublic(LinkedInEvent event) {
        var under = event.event().path("processedActivity").path("object~");
        var judged = event.kind() == LinkedInEvent.Kind.POST ? event.activity() : under;
        return textOrEmpty(judged.path("visibility"), NETWORK).equals("PUBLIC")
                && text(judged, "containerEntity") == null;
    }

    private static Item item(LinkedInEvent event) {
        var activity = event.activity();
        var at =
                LinkedInTime.first(
                        activity.path("firstPublishedAt"),
                        activity.path("created").path("time"),
                        event.event().path("capturedAt"));
        var posted = LinkedInTime.of(at).orElse(Instant.EPOCH);
        var share = activity.path("specificContent").path(SHARE);
        var of = engaged(event);
        return new Item(
                event.urn(),
                action(event, of != null),
                null,
                LinkedInEntries.page(
                        event.kind() == LinkedInEvent.Kind.POST
                                ? event.urn()
                                : text(activity, "object")),
                posted,
                at.asString(),
                edited(activity, posted),
                words(event, share),
                null,
                media(share),
                links(share),
                of,
                List.of(),
                activity.toString());
    }

    private static Action action(LinkedInEvent event, boolean engaged) {
        return switch (event.kind()) {
            case POST -> engaged ? Action.SHARE : Action.POST;
            case COMMENT ->
                    text(event.activity(), "parentComment") == null ? Action.COMMENT : Action.REPLY;
            case LIKE -> Action.LIKE;
        };
    }

    private static String words(LinkedInEvent event, JsonNode share) {
        return switch (event.kind()) {
            case POST -> textOrEmpty(share.path("shareCommentary"), "text");
            case COMMENT -> textOrEmpty(event.activity().path("message"), "text");
            case LIKE -> "";
        };
    }

    /// The words of what is shared, liked or answered are another's and are not kept.
    private static Post.@Nullable Engaged engaged(LinkedInEvent event) {
        var activity = event.activity();
        var subject =
                event.kind() == LinkedInEvent.Kind.POST
                        ? text(activity.path("responseContext"), "parent")
                        : textOrEmpty(activity, "object");
        return subject == null ? null : new Post.Engaged(null, "", LinkedInEntries.page(subject));
    }

    private static @Nullable Instant edited(JsonNode activity, Instant posted) {
        return LinkedInTime.of(activity.path("lastModified").path("time"))
                .filter(at -> activity.path("message").isObject() && at.isAfter(posted))
                .orElse(null);
    }

    private static List<Post.Media> media(JsonNode share) {
        var kind = textOrEmpty(share, "shareMediaCategory");
        var media = new ArrayList<Post.Media>();
        if (kind.equals("IMAGE") || kind.equals("VIDEO")) {
            for (var shown : share.path("media").values()) {
                media.add(
                        new Post.Media(
                                kind.equals("VIDEO") ? Post.MediaType.VIDEO : Post.MediaType.IMAGE,
                                null,
                                text(shown.path("description"), "text"),
                                null,
                                List.of(),
                                false));
            }
        }
        return media;
    }

    private static List<String> links(JsonNode share) {
        var links = new LinkedHashSet<String>();
        for (var shown : share.path("media").values()) {
            var link = textOrEmpty(shown, "originalUrl");
            if (link.matches("(?i)https?://\\S+")) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }
}
