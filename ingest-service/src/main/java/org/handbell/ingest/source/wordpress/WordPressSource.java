package org.handbell.ingest.source.wordpress;

import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.SiteFeed;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.wordpress.WordPressAddress.Way;
import org.jspecify.annotations.Nullable;

/// Reads a blog by WordPress's own interface. Where a site has closed it (401, 403), that is
/// respected: nothing else is tried at the interface, and the feed, which such sites leave open, is
/// read instead.
final class WordPressSource implements Source {

    private final Web web;
    private final Source feeds;
    private final Coverage coverage;

    /// @param feeds reads the site's feed
    WordPressSource(Web web, Source feeds) {
        this.web = web;
        this.feeds = feeds;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.REAL_SERVER,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.YES,
                                Coverage.Kind.COMMENTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.NO,
                                Coverage.Kind.POLLS, Coverage.Sight.NO,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.EDITS, Coverage.Sight.YES,
                                Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                        List.of(
                                "Comments are read under official and group blogs alone, and where"
                                        + " the site shows them to strangers; one that was held for"
                                        + " approval may be seen only when the blog is read in"
                                        + " full.",
                                "An edited comment carries no time of its edit.",
                                "Pages, posts behind a password and other kinds of content are not"
                                        + " read.",
                                "Where a site closes its interface to strangers, its feed is read"
                                        + " instead: only the newest posts, no comments, and"
                                        + " deletions only where the post's own page is gone.",
                                "Likes and shares are not part of WordPress."),
                        "the newest 500 posts and comments since the notice took effect; 400 posts"
                                + " where comments are read as well",
                        "up to the polling interval, plus what the site's own cache adds",
                        "The site's own terms apply.");
    }

    @Override
    public String name() {
        return "wordpress";
    }

    /// By the address alone: that of the interface is registered for this source, that of a feed
    /// for the feed.
    @Override
    public boolean reads(Registered account) {
        return claimed(account);
    }

    static boolean claimed(Registered account) {
        return account.platform() == Platform.BLOG
                && WordPressAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = WordPressAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must end in /wp-json/ or ?rest_route=/");
        }
        var before = WordPressPosition.unpack(position);
        var site = before.way() == null ? address.get() : address.get().by(before.way());
        return before.feed() != null && depth == Depth.NEWEST
                ? fromFeed(account, site, before.feed(), depth)
                : fromInterface(account, site, before, depth);
    }

    /// GONE only on two signals: the site's own list, asked for the post alone, is readable and
    /// lacks it, and the post itself answers in WordPress's own words that it is not to be had.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = WordPressAddress.of(account.address());
        if (address.isEmpty()) {
            return Presence.UNKNOWN;
        }
        return WordPressPresence.Sought.of(address.get().site(), postId)
                .flatMap(sought -> new WordPressPresence(web, address.get()).of(sought))
                .orElseGet(
                        () -> feeds.presence(SiteFeed.of(account, address.get().feed()), postId));
    }

    private Fetch fromInterface(
            Registered account, WordPressAddress site, WordPressPosition before, Depth depth) {
        var reading = new WordPressReading(web, account, site, before, depth);
        var first = reading.first();
        if (isElsewhere(first) && site.way() == Way.PATH) {
            var other = new WordPressReading(web, account, site.by(Way.PARAMETER), before, depth);
            var second = other.first();
            return isElsewhere(second) || isClosed(second)
                    ? closed(account, site, first, depth)
                    : other.read(second);
        }
        return isElsewhere(first) || isClosed(first)
                ? closed(account, site, first, depth)
                : reading.read(first);
    }

    /// Where the feed is of no use either, what the interface said is the outcome.
    private Fetch closed(Registered account, WordPressAddress site, Reply said, Depth depth) {
        var fromFeed = fromFeed(account, site, null, depth);
        return fromFeed instanceof Fetch.Refused ? refusal(said) : fromFeed;
    }

    private static Fetch refusal(Reply said) {
        return Answers.json(said).end(_ -> new Fetch.Refused("the answer is not a list of posts"));
    }

    private Fetch fromFeed(
            Registered account, WordPressAddress site, @Nullable String from, Depth depth) {
        var position = from == null || from.isEmpty() ? null : from;
        return switch (feeds.fetch(SiteFeed.of(account, site.feed()), position, depth)) {
            case Fetch.Fetched(var items, var rejected, var next, var complete, _) ->
                    new Fetch.Fetched(
                            items.stream().map(item -> site.named(item)).toList(),
                            rejected,
                            WordPressPosition.ofFeed(next).pack(),
                            complete);
            case Fetch other -> other;
        };
    }

    /// The interface is not here: 404, or a page for people.
    private static boolean isElsewhere(Reply reply) {
        return reply instanceof Answered answered
                && (answered.status() == 404 || (answered.ok() && !isJson(answered)));
    }

    private static boolean isClosed(Reply reply) {
        return reply instanceof Answered answered
                && (answered.status() == 401 || answered.status() == 403);
    }

    private static boolean isJson(Answered answered) {
        return answered.header("Content-Type").map(type -> type.contains("json")).orElse(false);
    }
}
