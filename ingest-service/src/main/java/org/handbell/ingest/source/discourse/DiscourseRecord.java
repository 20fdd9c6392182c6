package org.handbell.ingest.source.discourse;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one post.
///
/// @param authors whether to say who posted, as in a group account
record DiscourseRecord(DiscourseAddress address, boolean authors) {

    /// Empty where the public does not see the post: taken back by its author, deleted or hidden.
    ///
    /// @param title of its topic; null where the post itself says it
    Optional<Item> read(JsonNode post, @Nullable String title) {
        return isPublic(post) ? Optional.of(item(post, title)) : Optional.empty();
    }

    static boolean isPublic(JsonNode post) {
        return !post.path("user_deleted").booleanValue(false)
                && !post.path("hidden").booleanValue(false)
                && text(post, "deleted_at") == null;
    }

    /// The post's number in the forum; 0 where it has none.
    static long number(JsonNode post) {
        return number(post, "id");
    }

    static long number(JsonNode node, String field) {
        var value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? Math.max(0, value.longValue())
                : 0;
    }

    private Item item(JsonNode post, @Nullable String title) {
        if (number(post) == 0) {
            throw new MalformedItemException("id is missing or not a number");
        }
        var cooked = Cooked.of(required(post, "cooked"), address.forum() + "/");
        var opening = number(post, "post_number") == 1;
        return new Item(
                address.postId(number(post)),
                action(post, opening),
                authors ? required(post, "username") : null,
                url(post),
                requiredTime(post, "created_at"),
                text(post, "created_at"),
                edited(post),
                opening ? cooked.said().titled(title(post, title)) : cooked.said().text(),
                null,
                cooked.said().media(),
                cooked.said().links(),
                engaged(post, opening, cooked),
                options(post),
                post.toString());
    }

    private static Action action(JsonNode post, boolean opening) {
        if (!opening) {
            return Action.REPLY;
        }
        return post.path("polls").isEmpty() ? Action.POST : Action.POLL;
    }

    private @Nullable String url(JsonNode post) {
        var topic = number(post, "topic_id");
        return topic == 0
                ? null
                : address.forum() + "/t/" + topic + "/" + number(post, "post_number");
    }

    /// `updated_at` moves for other reasons as well; only `version` tells of an edit.
    private static @Nullable Instant edited(JsonNode post) {
        return number(post, "version") > 1 ? timeOrNull(post, "updated_at") : null;
    }

    private static @Nullable String title(JsonNode post, @Nullable String title) {
        return title == null ? text(post, "topic_title") : title;
    }

    /// Whom it answers, and what of theirs it quotes; both are in the post.
    private static Post.@Nullable Engaged engaged(JsonNode post, boolean opening, Cooked cooked) {
        var answered = text(post.path("reply_to_user"), "username");
        var whom = answered == null ? cooked.quoted() : answered;
        return opening && cooked.quote().isEmpty()
                ? null
                : new Post.Engaged(whom, cooked.quote(), null);
    }

    private static List<String> options(JsonNode post) {
        return post.path("polls").values().stream()
                .flatMap(poll -> poll.path("options").values().stream())
                .map(option -> PlainText.ofHtml(textOrEmpty(option, "html"), "").text())
                .toList();
    }
}
