package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import java.util.regex.Pattern;
import org.handbell.contract.Action;
import org.handbell.contract.Post.Engaged;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One post as X shows it. Each edit has an id of its own: the post is named by the first one.
record XPost(JsonNode post, XIncludes includes) {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final Pattern RETWEET = Pattern.compile("(?s)RT @([A-Za-z0-9_]{1,15}): (.*)");

    /// What X says where it knows no language.
    private static final Pattern NO_LANGUAGE = Pattern.compile("und|zxx|q[a-z]{2}|art");

    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    static Item read(JsonNode post, XIncludes includes) {
        return new XPost(post, includes).item();
    }

    /// The address of a post that needs no handle.
    static String address(String id) {
        return "https://x.com/i/web/status/" + id;
    }

    private Item item() {
        var id = id(required(post, "id"));
        var first = first(id);
        var written = requiredTime(post, "created_at");
        var retweeted = referenced("retweeted");
        var said = XText.of(post, referenced("quoted"));
        var media = new XMedia(post, includes);
        return new Item(
                address(first),
                action(),
                null,
                address(id),
                first.equals(id) ? written : Snowflake.time(first),
                text(post, "created_at"),
                first.equals(id) ? null : written,
                retweeted == null ? said.words() : "",
                language(),
                retweeted == null ? media.shown() : List.of(),
                retweeted == null ? said.links() : List.of(),
                engaged(),
                retweeted == null ? media.options() : List.of(),
                original(media));
    }

    private Action action() {
        if (referenced("retweeted") != null || referenced("quoted") != null) {
            return Action.SHARE;
        }
        if (referenced("replied_to") != null || text(post, "in_reply_to_user_id") != null) {
            return Action.REPLY;
        }
        return post.path("attachments").path("poll_ids").isEmpty() ? Action.POST : Action.POLL;
    }

    private @Nullable Engaged engaged() {
        var retweeted = referenced("retweeted");
        if (retweeted != null) {
            return retweet(retweeted);
        }
        var quoted = referenced("quoted");
        if (quoted != null) {
            var said = includes.post(quoted).map(p -> XText.of(p, null).words()).orElse("");
            return new Engaged(XText.quotedHandle(post, quoted), said, address(quoted));
        }
        return action() == Action.REPLY ? reply() : null;
    }

    /// The words of a retweet are cut; those of the included original are not.
    private Engaged retweet(String id) {
        var cut = RETWEET.matcher(XText.of(post, null).words());
        var prefixed = cut.matches();
        var said =
                includes.post(id)
                        .map(p -> XText.of(p, null).words())
                        .orElseGet(() -> prefixed ? cut.group(2) : XText.of(post, null).words());
        return new Engaged(prefixed ? cut.group(1) : null, said, address(id));
    }

    /// Whom it answers, not what they said: they are not registered, and an answer must not count
    /// as edited because they changed theirs.
    private Engaged reply() {
        var answered = textOrEmpty(post, "in_reply_to_user_id");
        var id = referenced("replied_to");
        var url = id == null ? null : address(id);
        for (var mention : post.path("entities").path("mentions").values()) {
            if (!answered.isEmpty() && answered.equals(text(mention, "id"))) {
                return new Engaged(text(mention, "username"), "", url);
            }
        }
        return new Engaged(null, "", url);
    }

    /// The id of the post that this one refers to in this way; null where there is none.
    private @Nullable String referenced(String how) {
        for (var reference : post.path("referenced_tweets").values()) {
            var id = text(reference, "id");
            if (how.equals(text(reference, "type")) && id != null && ID.matcher(id).matches()) {
                return id;
            }
        }
        return null;
    }

    private String first(String id) {
        var first = id;
        for (var version : post.path("edit_history_tweet_ids").values()) {
            var other = version.stringValue("");
            if (ID.matcher(other).matches() && Snowflake.ORDER.compare(other, first) < 0) {
                first = other;
            }
        }
        return first;
    }

    private @Nullable String language() {
        var language = text(post, "lang");
        return language == null || NO_LANGUAGE.matcher(language).matches() ? null : language;
    }

    /// The post and what of its page belongs to it, but not the words that a reply answers.
    private String original(XMedia media) {
        var original = Json.mapper().createObjectNode();
        original.set("data", post);
        var included = original.putObject("includes");
        for (var how : List.of("retweeted", "quoted")) {
            includes.post(referenced(how)).ifPresent(p -> included.withArray("tweets").add(p));
        }
        media.nodes().forEach(node -> included.withArray("media").add(node));
        media.polls().forEach(node -> included.withArray("polls").add(node));
        return original.toString();
    }

    private static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new MalformedItemException("id is not a number");
        }
        return id;
    }
}
