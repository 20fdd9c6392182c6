package org.handbell.ingest.source.threads;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.graph.GraphTime;
import org.handbell.ingest.source.paged.Entries;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what an account wrote. Threads tells of no edit: a changed text is seen by its words
/// alone.
///
/// @param group whether to say who posted, as in a group account
record ThreadsEntries(boolean group) implements Entries {

    static final String POST_FIELDS =
            "id,media_type,media_url,permalink,username,text,timestamp,alt_text,is_quote_post,"
                    + "link_attachment_url,poll_attachment,children{id,media_type,media_url,alt_text}";
    static final String REPLY_FIELDS = POST_FIELDS + ",is_reply";

    private static final String WEB = "https://graph.threads.com/";
    private static final Pattern ID = Pattern.compile("[0-9]{1,40}");

    /// The number that an item's id was made of; empty where it is none of ours.
    static Optional<String> number(String postId) {
        return Optional.of(postId)
                .filter(id -> id.startsWith(WEB))
                .map(id -> id.substring(WEB.length()))
                .filter(id -> ID.matcher(id).matches());
    }

    @Override
    public Optional<Instant> sortedBy(JsonNode entry) {
        return GraphTime.of(entry, "timestamp");
    }

    @Override
    public int comments(JsonNode entry) {
        return 0;
    }

    @Override
    public Optional<Item> comment(JsonNode comment, JsonNode entry) {
        return Optional.empty();
    }

    @Override
    public Optional<Item> item(JsonNode entry) {
        var id = required(entry, "id");
        if (!ID.matcher(id).matches()) {
            throw new MalformedItemException("id is not the number of a post");
        }
        var action = action(entry);
        return Optional.of(
                new Item(
                        WEB + id,
                        action,
                        group ? text(entry, "username") : null,
                        text(entry, "permalink"),
                        GraphTime.required(entry, "timestamp"),
                        text(entry, "timestamp"),
                        null,
                        textOrEmpty(entry, "text"),
                        null,
                        media(entry),
                        links(entry),
                        of(action),
                        options(entry.path("poll_attachment")),
                        entry.toString()));
    }

    private static Action action(JsonNode entry) {
        if (textOrEmpty(entry, "media_type").equals("REPOST_FACADE")
                || entry.path("is_quote_post").booleanValue(false)) {
            return Action.SHARE;
        }
        if (entry.path("is_reply").booleanValue(false)) {
            return Action.REPLY;
        }
        return entry.path("poll_attachment").isObject() ? Action.POLL : Action.POST;
    }

    /// Whose words are shared or answered is another's matter, and is not asked for.
    private static Post.@Nullable Engaged of(Action action) {
        return action == Action.SHARE || action == Action.REPLY
                ? new Post.Engaged(null, "", null)
                : null;
    }

    private static List<String> options(JsonNode poll) {
        return Stream.of("option_a", "option_b", "option_c", "option_d")
                .map(option -> textOrEmpty(poll, option))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static List<String> links(JsonNode entry) {
        var link = textOrEmpty(entry, "link_attachment_url");
        return link.matches("(?i)https?://\\S+") ? List.of(link) : List.of();
    }

    private static List<Post.Media> media(JsonNode entry) {
        var children = entry.path("children").path("data").values();
        var shown = children.isEmpty() ? List.of(entry) : List.copyOf(children);
        return shown.stream().flatMap(one -> medium(one).stream()).toList();
    }

    private static Optional<Post.Media> medium(JsonNode entry) {
        var type =
                switch (textOrEmpty(entry, "media_type")) {
                    case "IMAGE" -> Post.MediaType.IMAGE;
                    case "VIDEO" -> Post.MediaType.VIDEO;
                    default -> null;
                };
        return Optional.ofNullable(type)
                .map(known ->
                        new Post.Media(
                                known,
                                text(entry, "media_url"),
                                text(entry, "alt_text"),
                                null,
                                List.of(),
                                false));
    }
}
