package org.handbell.ingest.source.instagram;

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
import org.handbell.ingest.source.graph.GraphTime;
import org.handbell.ingest.source.paged.Entries;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads media and the comments under them. Instagram tells of no edit: a changed caption is seen
/// by its words alone.
///
/// @param group whether others write there as well, so that each is told by name; else of the
///   comments only the account's own are collected
record InstagramEntries(boolean group) implements Entries {

    static final String OWN_FIELDS =
            "id,caption,media_type,media_url,permalink,timestamp,username,alt_text,comments_count,"
                    + "children{id,media_type,media_url,alt_text}";
    static final String DISCOVERED_FIELDS =
            "id,caption,media_type,media_url,permalink,timestamp,username,"
                    + "children{id,media_type,media_url}";
    static final String COMMENT_FIELDS =
            "id,text,timestamp,username,replies{id,text,timestamp,username,parent_id}";

    private static final String WEB = "https://graph.instagram.com/";
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
        return Math.max(0, entry.path("comments_count").intValue(0));
    }

    @Override
    public Optional<Item> item(JsonNode entry) {
        return Optional.of(
                item(
                        entry,
                        Action.POST,
                        null,
                        new Said(
                                textOrEmpty(entry, "caption"),
                                media(entry),
                                text(entry, "permalink"))));
    }

    @Override
    public Optional<Item> comment(JsonNode comment, JsonNode entry) {
        if (!group && !isOwn(comment, entry)) {
            return Optional.empty();
        }
        var page = text(entry, "permalink");
        return Optional.of(
                item(
                        comment,
                        text(comment, "parent_id") == null ? Action.COMMENT : Action.REPLY,
                        new Post.Engaged(null, "", page),
                        new Said(textOrEmpty(comment, "text"), List.of(), page)));
    }

    @Override
    public List<JsonNode> replies(JsonNode comment) {
        return List.copyOf(comment.path("replies").path("data").values());
    }

    private record Said(String text, List<Post.Media> media, @Nullable String page) {}

    private Item item(JsonNode entry, Action action, Post.@Nullable Engaged of, Said said) {
        var id = required(entry, "id");
        if (!ID.matcher(id).matches()) {
            throw new MalformedItemException("id is not the number of a medium or a comment");
        }
        return new Item(
                WEB + id,
                action,
                group ? text(entry, "username") : null,
                said.page(),
                GraphTime.required(entry, "timestamp"),
                text(entry, "timestamp"),
                null,
                said.text(),
                null,
                said.media(),
                List.of(),
                of,
                List.of(),
                entry.toString());
    }

    private static boolean isOwn(JsonNode comment, JsonNode entry) {
        var name = text(comment, "username");
        return name != null && name.equalsIgnoreCase(text(entry, "username"));
    }

    /// An album's pictures, or the one picture or video. Its address is missing where Instagram
    /// holds that somebody else has the rights.
    private static List<Post.Media> media(JsonNode entry) {
        var children = entry.path("children").path("data").values();
        return children.isEmpty()
                ? List.of(medium(entry))
                : children.stream().map(InstagramEntries::medium).toList();
    }

    private static Post.Media medium(JsonNode entry) {
        var video = textOrEmpty(entry, "media_type").equals("VIDEO");
        return new Post.Media(
                video ? Post.MediaType.VIDEO : Post.MediaType.IMAGE,
                text(entry, "media_url"),
                text(entry, "alt_text"),
                null,
                List.of(),
                false);
    }
}
