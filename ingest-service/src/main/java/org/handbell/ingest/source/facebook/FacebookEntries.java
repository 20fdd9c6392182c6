package org.handbell.ingest.source.facebook;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/// Reads posts of a Page and the comments under them. `updated_time` moves with each comment, so it
/// is no time of an edit; Facebook tells none.
///
/// @param page the Page's number
/// @param group whether others post there as well, so that each is told by name; else only what the
///   Page itself wrote is collected
record FacebookEntries(String page, boolean group) implements Entries {

    private static final String ATTACHED =
            "media_type,type,title,description,url,unshimmed_url,target,media";
    private static final Map<String, String> POSTS =
            Map.of(
                    "limit",
                    "50",
                    "fields",
                    "id,from{id,name},message,created_time,permalink_url,parent_id,is_published,"
                            + "attachments{"
                            + ATTACHED
                            + ",subattachments{"
                            + ATTACHED
                            + "}},comments.limit(0).summary(true)");
    private static final Map<String, String> COMMENTS =
            Map.of(
                    "limit",
                    "100",
                    "filter",
                    "stream",
                    "order",
                    "chronological",
                    "fields",
                    "id,from{id,name},message,created_time,permalink_url,parent{id},attachment");
    private static final String WEB = "https://www.facebook.com/";
    private static final Pattern ID = Pattern.compile("[0-9]{1,30}(?:_[0-9]{1,30})?");

    /// What a list of posts is asked for, but for the cursor.
    static Map<String, String> askingForPosts() {
        return POSTS;
    }

    /// What a list of comments is asked for; without `stream` answers to comments are left out.
    static Map<String, String> askingForComments() {
        return COMMENTS;
    }

    /// The number that an item's id was made of; empty where it is none of ours.
    static Optional<String> number(String postId) {
        return Optional.of(postId)
                .filter(id -> id.startsWith(WEB))
                .map(id -> id.substring(WEB.length()))
                .filter(id -> ID.matcher(id).matches());
    }

    @Override
    public Optional<Instant> sortedBy(JsonNode entry) {
        return GraphTime.of(entry, "created_time");
    }

    @Override
    public int comments(JsonNode entry) {
        return Math.max(0, entry.path("comments").path("summary").path("total_count").intValue(0));
    }

    @Override
    public Optional<Item> item(JsonNode post) {
        if (!post.path("is_published").booleanValue(true)) {
            return Optional.empty();
        }
        var said = textOrEmpty(post, "message");
        var attached =
                FacebookAttachments.of(
                        List.copyOf(post.path("attachments").path("data").values()), said);
        var parent = text(post, "parent_id");
        var of = parent == null ? null : new Post.Engaged(null, attached.words(), web(parent));
        var action = parent == null ? Action.POST : Action.SHARE;
        return Optional.of(item(post, action, of, attached));
    }

    @Override
    public Optional<Item> comment(JsonNode comment, JsonNode entry) {
        if (!group && !textOrEmpty(comment.path("from"), "id").equals(page)) {
            return Optional.empty();
        }
        var attached =
                comment.path("attachment").isObject()
                        ? List.of(comment.path("attachment"))
                        : List.<JsonNode>of();
        var parent = text(comment.path("parent"), "id");
        var of = new Post.Engaged(null, "", web(parent == null ? text(entry, "id") : parent));
        return Optional.of(
                item(
                        comment,
                        parent == null ? Action.COMMENT : Action.REPLY,
                        of,
                        FacebookAttachments.of(attached, textOrEmpty(comment, "message"))));
    }

    private Item item(
            JsonNode entry,
            Action action,
            Post.@Nullable Engaged of,
            FacebookAttachments attached) {
        var id = required(entry, "id");
        if (!ID.matcher(id).matches()) {
            throw new MalformedItemException("id is not the number of a post");
        }
        return new Item(
                WEB + id,
                action,
                group ? text(entry.path("from"), "name") : null,
                text(entry, "permalink_url"),
                GraphTime.required(entry, "created_time"),
                text(entry, "created_time"),
                null,
                textOrEmpty(entry, "message"),
                null,
                attached.media(),
                attached.links(),
                of,
                List.of(),
                entry.toString());
    }

    private static @Nullable String web(@Nullable String id) {
        return id != null && ID.matcher(id).matches() ? WEB + id : null;
    }
}
