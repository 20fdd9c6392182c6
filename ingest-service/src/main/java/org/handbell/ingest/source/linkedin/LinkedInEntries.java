package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.paged.Entries;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads posts of an organisation's page and the comments under them. Pictures are names that lead
/// to nothing without another question; their descriptions come with the post.
///
/// @param owner the page's URN
/// @param group whether others write there as well, so that each comment is told with its writer;
///   else of the comments only the page's own are collected
record LinkedInEntries(String owner, boolean group) implements Entries {

    static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost):[0-9]{1,30}");
    static final Pattern COMMENT =
            Pattern.compile(
                    "urn:li:comment:\\((urn:li:[A-Za-z]{1,30}:[0-9]{1,30}),([0-9]{1,30})\\)");

    /// Where a person sees a post; null where the URN is of something else.
    static @Nullable String page(@Nullable String urn) {
        return urn != null && urn.matches("urn:li:[A-Za-z]{1,30}:[0-9]{1,30}")
                ? "https://www.linkedin.com/feed/update/" + urn + "/"
                : null;
    }

    @Override
    public Optional<Instant> sortedBy(JsonNode entry) {
        return LinkedInTime.of(entry.path("lastModifiedAt"));
    }

    /// A post does not say, so each is asked once between sweeps.
    @Override
    public int comments(JsonNode entry) {
        return POST.matcher(textOrEmpty(entry, "id")).matches() ? 1 : 0;
    }

    /// Empty where the post is a draft, or is not for everyone.
    @Override
    public Optional<Item> item(JsonNode post) {
        required(post, "id");
        var open = required(post, "visibility").equals("PUBLIC");
        var published = required(post, "lifecycleState").startsWith("PUBLISHED");
        return open && published ? Optional.of(post(post)) : Optional.empty();
    }

    @Override
    public Optional<Item> comment(JsonNode comment, JsonNode entry) {
        var actor = text(comment, "actor");
        if (!group && !owner.equals(actor)) {
            return Optional.empty();
        }
        var at = LinkedInTime.first(comment.path("created").path("time"));
        var changed = LinkedInTime.of(comment.path("lastModified").path("time"));
        var page = page(text(entry, "id"));
        return Optional.of(
                new Item(
                        urn(comment, entry),
                        text(comment, "parentComment") == null ? Action.COMMENT : Action.REPLY,
                        group ? actor : null,
                        page,
                        LinkedInTime.of(at).orElse(Instant.EPOCH),
                        at.asString(),
                        changed.filter(LinkedInTime.of(at).orElse(Instant.MAX)::isBefore)
                                .orElse(null),
                        textOrEmpty(comment.path("message"), "text"),
                        null,
                        List.of(),
                        List.of(),
                        new Post.Engaged(null, "", page),
                        List.of(),
                        comment.toString()));
    }

    private static Item post(JsonNode post) {
        var id = required(post, "id");
        if (!POST.matcher(id).matches()) {
            throw new MalformedItemException("id is not the URN of a post");
        }
        var at = LinkedInTime.first(post.path("publishedAt"), post.path("createdAt"));
        var content = LinkedInContent.of(post.path("content"));
        var parent = text(post.path("reshareContext"), "parent");
        var edited = post.path("lifecycleStateInfo").path("isEditedByAuthor").booleanValue(false);
        return new Item(
                id,
                content.action(parent != null),
                null,
                page(id),
                LinkedInTime.of(at).orElse(Instant.EPOCH),
                at.asString(),
                edited ? LinkedInTime.of(post.path("lastModifiedAt")).orElse(null) : null,
                content.with(LittleText.plain(textOrEmpty(post, "commentary"))),
                null,
                content.media(),
                content.links(),
                parent == null ? null : new Post.Engaged(null, "", page(parent)),
                content.options(),
                post.toString());
    }

    private static String urn(JsonNode comment, JsonNode entry) {
        var told = text(comment, "commentUrn");
        var under = text(comment, "object");
        var urn =
                told == null
                        ? "urn:li:comment:("
                                + (under == null ? textOrEmpty(entry, "id") : under)
                                + ","
                                + required(comment, "id")
                                + ")"
                        : told;
        if (!COMMENT.matcher(urn).matches()) {
            throw new MalformedItemException("commentUrn is not the URN of a comment");
        }
        return urn;
    }
}
