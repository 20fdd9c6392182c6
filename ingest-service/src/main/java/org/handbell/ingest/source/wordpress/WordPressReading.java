package org.handbell.ingest.source.wordpress;

import static org.handbell.ingest.source.Fields.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.NumberedPages;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of one site, those first that were changed last. A reading of what is new ends at
/// what the reading before had found.
final class WordPressReading {

    private static final int SWEEP_PAGE = 50;
    private static final int NEWEST_PAGE = 20;

    /// Leaves room for comments.
    private static final int MOST_POSTS_BESIDE_COMMENTS = 400;

    private static final String POST_FIELDS =
            "id,date,date_gmt,modified_gmt,status,link,title,content,_links,_embedded";
    private static final String COMMENT_FIELDS =
            "id,post,author_name,date,date_gmt,link,content,status,type";

    private final Registered account;
    private final WordPressAddress address;
    private final WordPressPosition before;
    private final Depth depth;
    private final Harvest harvest = new Harvest();
    private final WordPressRecord reader;
    private final NumberedPages posts;
    private final NumberedPages comments;
    private @Nullable Instant modified;
    private @Nullable Instant commented;

    WordPressReading(
            Web web,
            Registered account,
            WordPressAddress address,
            WordPressPosition before,
            Depth depth) {
        this.account = account;
        this.address = address;
        this.before = before;
        this.depth = depth;
        this.modified = before.modified();
        this.commented = before.commented();
        this.reader = new WordPressRecord(address.site(), account.kind() == Kind.GROUP);
        this.posts = new NumberedPages(web, harvest, postList());
        this.comments = new NumberedPages(web, harvest, commentList());
    }

    /// What the site answers when it is asked for posts.
    Reply first() {
        return posts.first();
    }

    /// @param first the answer to [#first]
    Fetch read(Reply first) {
        return posts.read(first)
                .end(whole ->
                        readsComments(account)
                                ? comments(whole)
                                : harvest.fetched(position(), complete(whole)));
    }

    /// Comments under an official or group blog stand in the school's name, and its creator answers
    /// for them; under a private blog they are other people's.
    static boolean readsComments(Registered account) {
        return account.kind() != Kind.PERSONAL;
    }

    /// A site that keeps its comments to itself still has posts.
    private Fetch comments(boolean allPosts) {
        var read = comments.read(comments.first());
        return switch (read) {
            case Step.Go<Boolean>(var all) ->
                    harvest.fetched(position(), complete(allPosts && all));
            case Step.Stop<Boolean>(Fetch.Refused closed) ->
                    harvest.fetched(position(), complete(allPosts));
            case Step.Stop<Boolean> trouble -> harvest.fetched(position(), false);
        };
    }

    private boolean complete(boolean whole) {
        return depth == Depth.SWEEP && whole && !harvest.full();
    }

    private String position() {
        return new WordPressPosition(address.way(), modified, commented, null).pack();
    }

    private WordPressList postList() {
        return new WordPressList(
                page -> address.posts(asked(page, "modified", POST_FIELDS)),
                size(),
                readsComments(account) ? MOST_POSTS_BESIDE_COMMENTS : Harvest.MOST,
                reader::post,
                post -> {
                    var at = at(post, "modified_gmt");
                    modified = later(modified, at);
                    return isKnown(at, before.modified());
                });
    }

    private WordPressList commentList() {
        return new WordPressList(
                page -> address.api("comments", asked(page, "date_gmt", COMMENT_FIELDS)),
                size(),
                Harvest.MOST,
                reader::comment,
                comment -> {
                    var at = at(comment, "date_gmt");
                    commented = later(commented, at);
                    return isKnown(at, before.commented());
                });
    }

    private boolean isKnown(@Nullable Instant at, @Nullable Instant known) {
        return depth == Depth.NEWEST && at != null && known != null && at.isBefore(known);
    }

    private int size() {
        return depth == Depth.SWEEP ? SWEEP_PAGE : NEWEST_PAGE;
    }

    /// Nothing older than the notice is collected, so nothing older is asked for; a day more, since
    /// the site counts in its own time.
    private Map<String, String> asked(int page, String orderedBy, String fields) {
        var asked = new HashMap<String, String>();
        asked.put("per_page", Integer.toString(size()));
        asked.put("page", Integer.toString(page));
        asked.put("orderby", orderedBy);
        asked.put("order", "desc");
        asked.put("_fields", fields);
        if (fields.contains("_embedded")) {
            asked.put("_embed", "author,wp:featuredmedia");
        }
        var from = account.collectFrom();
        if (from != null) {
            asked.put("after", from.minusDays(1) + "T00:00:00");
        }
        return asked;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant at(JsonNode record, String field) {
        var value = text(record, field);
        try {
            return value == null ? null : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
