package org.handbell.ingest.source.mastodon;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.handbell.ingest.source.PollOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one status.
///
/// @param authors whether to say who posted, as in a group account
record MastodonStatus(boolean authors) {

    /// Both are open to anyone without signing in; `unlisted` is merely left out of the server's
    /// own timelines.
    private static final Set<String> PUBLIC = Set.of("public", "unlisted");

    /// Empty where the status is not public.
    Optional<Item> read(JsonNode status) {
        return isPublic(status) ? Optional.of(item(status, status)) : Optional.empty();
    }

    boolean isPublic(JsonNode status) {
        return PUBLIC.contains(textOrEmpty(status, "visibility"));
    }

    /// A public status as it was at one revision of its history.
    ///
    /// @throws MalformedItemException where it does not say what was written, or when
    Item revision(JsonNode status, JsonNode revision) {
        if (!(status.deepCopy() instanceof ObjectNode then) || !revision.isObject()) {
            throw new MalformedItemException("a revision is not an object");
        }
        if (!revision.path("content").isString()) {
            throw new MalformedItemException("content is missing or not a text");
        }
        var at = requiredTime(revision, "created_at");
        then.put("content", textOrEmpty(revision, "content"));
        then.put("spoiler_text", textOrEmpty(revision, "spoiler_text"));
        then.set("media_attachments", revision.path("media_attachments"));
        then.set("poll", revision.path("poll"));
        var first = !at.isAfter(requiredTime(status, "created_at"));
        then.put("edited_at", first ? null : text(revision, "created_at"));
        return item(then, revision);
    }

    private Item item(JsonNode status, JsonNode original) {
        var said = PlainText.ofHtml(textOrEmpty(status, "content"), "");
        var shared = shared(status);
        var boost = status.path("reblog").isObject();
        return new Item(
                required(status, "uri"),
                action(status, shared),
                authors ? text(status.path("account"), "acct") : null,
                text(status, "url"),
                requiredTime(status, "created_at"),
                text(status, "created_at"),
                timeOrNull(status, "edited_at"),
                boost ? "" : warned(status, said.text()),
                text(status, "language"),
                boost ? List.of() : media(status),
                boost ? List.of() : said.links(),
                shared == null ? repliedTo(status) : shared,
                boost ? List.of() : options(status),
                original.toString());
    }

    private static Action action(JsonNode status, Post.@Nullable Engaged shared) {
        if (shared != null) {
            return Action.SHARE;
        }
        if (text(status, "in_reply_to_id") != null) {
            return Action.REPLY;
        }
        return status.path("poll").isObject() ? Action.POLL : Action.POST;
    }

    /// The words of a content warning are the account holder's as well.
    private static String warned(JsonNode status, String text) {
        var warning = textOrEmpty(status, "spoiler_text").strip();
        if (warning.isEmpty()) {
            return text;
        }
        return text.isEmpty() ? warning : warning + "\n\n" + text;
    }

    /// What is boosted or quoted. A quotation that is not accepted (yet, or any more) is one all
    /// the same; only its words are not shown.
    private static Post.@Nullable Engaged shared(JsonNode status) {
        var quote = status.path("quote");
        var quoted = quote.path("quoted_status");
        var shared = status.path("reblog").isObject() ? status.path("reblog") : quoted;
        if (!shared.isObject()) {
            return quote.isObject() ? new Post.Engaged(null, "", null) : null;
        }
        var said = PlainText.ofHtml(textOrEmpty(shared, "content"), "");
        var url = text(shared, "url");
        return new Post.Engaged(
                text(shared.path("account"), "acct"),
                warned(shared, said.text()),
                url == null ? text(shared, "uri") : url);
    }

    /// Whom it answers, not what they said: their words are not in the status, they are not
    /// registered, and an answer must not count as edited because they changed theirs.
    private static Post.@Nullable Engaged repliedTo(JsonNode status) {
        if (text(status, "in_reply_to_id") == null) {
            return null;
        }
        var answered = textOrEmpty(status, "in_reply_to_account_id");
        for (var mention : status.path("mentions").values()) {
            if (textOrEmpty(mention, "id").equals(answered)) {
                return new Post.Engaged(text(mention, "acct"), "", null);
            }
        }
        return new Post.Engaged(null, "", null);
    }

    private static List<Post.Media> media(JsonNode status) {
        var media = new ArrayList<Post.Media>();
        for (var attached : status.path("media_attachments").values()) {
            switch (textOrEmpty(attached, "type")) {
                case "image" -> media.add(medium(Post.MediaType.IMAGE, attached));
                case "video", "gifv" -> media.add(medium(Post.MediaType.VIDEO, attached));
                default -> {}
            }
        }
        return media;
    }

    private static Post.Media medium(Post.MediaType type, JsonNode attached) {
        var url = text(attached, "url");
        return new Post.Media(
                type,
                url == null ? text(attached, "remote_url") : url,
                text(attached, "description"),
                null,
                List.of(),
                false);
    }

    private static List<String> options(JsonNode status) {
        var poll = status.path("poll");
        var ended = poll.path("expired").booleanValue(false);
        return poll.path("options").values().stream()
                .map(o -> PollOption.told(textOrEmpty(o, "title"), o.path("votes_count"), ended))
                .toList();
    }
}
