package org.handbell.ingest.source.tumblr;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Paging;
import org.handbell.ingest.source.Paging.End;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.TimePosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of a blog. Pages are asked for by time and not by offset, which drifts as posts come
/// in; each page begins with the last second of the one before, so that posts of the same second
/// are not lost between two.
final class TumblrReading {

    private static final int FULL_PAGE = 20;

    private final Web web;
    private final TumblrSettings settings;
    private final Registered account;
    private final TumblrBlog blog;
    private final Harvest harvest = new Harvest();
    private TimePosition position;

    TumblrReading(
            Web web,
            TumblrSettings settings,
            Registered account,
            TumblrBlog blog,
            TimePosition before) {
        this.web = web;
        this.settings = settings;
        this.account = account;
        this.blog = blog;
        this.position = before;
    }

    /// Reads until something posted before `since` comes up.
    Fetch upTo(Instant since) {
        return posts(since).end(_ -> harvest.fetched(position.pack(), false));
    }

    /// Reads all since the notice, and what the blog likes.
    Fetch all(Instant notice) {
        return posts(notice)
                .end(end -> {
                    likes();
                    return harvest.fetched(position.pack(), end != End.CUT);
                });
    }

    private Step<End> posts(Instant since) {
        return new Paging(
                        harvest,
                        token -> page("posts", "posts", token),
                        post -> item(post),
                        post -> !isPinned(post) && isBefore(post, since))
                .read();
    }

    /// A blog that does not show its likes answers with an error, which is no trouble of ours and
    /// says nothing of its posts.
    private void likes() {
        int enough = harvest.size() + settings.likes();
        if (settings.likes() > 0) {
            new Paging(
                            harvest,
                            token -> page("likes", "liked_posts", token),
                            post -> Optional.of(TumblrPost.liked(post, account.accountId())),
                            _ -> harvest.size() >= enough)
                    .read();
        }
    }

    private Optional<Item> item(JsonNode post) {
        var state = textOrEmpty(post, "state");
        if (!state.isEmpty() && !state.equals("published")) {
            return Optional.empty();
        }
        var item = TumblrPost.read(post, account.kind() == Kind.GROUP);
        position = position.and(item);
        return Optional.of(item);
    }

    private Step<Paging.Page> page(String what, String list, @Nullable String before) {
        var query = "npf=true&reblog_info=true&limit=" + FULL_PAGE;
        URI uri =
                blog.api(
                        settings.api(), what, before == null ? query : query + "&before=" + before);
        return Answers.json(web.get(Query.json(uri)))
                .then(answer -> {
                    var response = answer.path("response");
                    var posts = response.path(list);
                    return posts.isArray()
                            ? Step.go(page(List.copyOf(posts.values()), response, what, before))
                            : Step.refused("the answer is not a list of posts");
                });
    }

    private Paging.Page page(
            List<JsonNode> posts, JsonNode response, String what, @Nullable String before) {
        var more = response.path("_links").path("next").isObject();
        var fresh = posts.stream().filter(post -> !isOverlap(post, before)).toList();
        return new Paging.Page(fresh, more ? next(posts, what, before) : null);
    }

    /// A post of the second that the page before ended with, which was met there.
    private boolean isOverlap(JsonNode post, @Nullable String before) {
        return before != null
                && Long.toString(post.path("timestamp").longValue(0) + 1).equals(before)
                && harvest.holds(TumblrPost.address(textOrEmpty(post, "id_string")));
    }

    /// Just after the last post of the page, unless that asks for the same page again.
    private static @Nullable String next(
            List<JsonNode> posts, String what, @Nullable String before) {
        var field = what.equals("likes") ? "liked_timestamp" : "timestamp";
        long oldest =
                posts.stream()
                        .mapToLong(post -> post.path(field).longValue(0))
                        .filter(time -> time > 0)
                        .min()
                        .orElse(0);
        if (oldest == 0) {
            return null;
        }
        var next = Long.toString(oldest + 1);
        return next.equals(before) ? Long.toString(oldest) : next;
    }

    private static boolean isPinned(JsonNode post) {
        return post.path("is_pinned").booleanValue(false);
    }

    private static boolean isBefore(JsonNode post, Instant since) {
        long at = post.path("timestamp").longValue(0);
        return at > 0 && at < since.getEpochSecond();
    }
}
