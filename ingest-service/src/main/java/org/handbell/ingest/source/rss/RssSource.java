package org.handbell.ingest.source.rss;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Claim;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Hubs;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;

/// Reads a blog or forum by its feed, which shows the last few items alone. A sweep that reached
/// the feed's end is complete as far back as its oldest item: one that is missing in between may
/// have been deleted, one that is older has most often fallen off the end.
public final class RssSource implements Source {

    private static final String TYPES =
            "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9,"
                    + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
    private static final int MOST_PAGES = 20;

    private final Web web;
    private final List<Claim> claims;
    private final Hubs hubs;
    private final Coverage coverage;

    RssSource(Web web) {
        this(web, List.of(), Hubs.none());
    }

    /// @param claims of the sources that read some blogs and forums by more than their feed
    /// @param hubs is told which hubs feeds name
    RssSource(Web web, List<Claim> claims, Hubs hubs) {
        this.web = web;
        this.hubs = hubs;
        this.claims = List.copyOf(claims);
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.REAL_SERVER,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.POLLS, Coverage.Sight.NO,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.COMMENTS, Coverage.Sight.NO,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.NO,
                                Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                                Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                        List.of(
                                "Tested against the RSS of two real servers; Atom and JSON feeds against"
                                        + " their published formats only.",
                                "A feed shows only its newest posts; older ones that were edited"
                                        + " or taken down are not seen again.",
                                "A feed may hold only the beginning of each post; that of a forum made"
                                        + " with NodeBB only the last post of each topic.",
                                "Likes, shares and comments are not in a feed.",
                                "A deletion is noticed only where the feed no longer holds the"
                                        + " post and its own page is gone."),
                        "what the feed still shows, often its newest 10 to 30 posts",
                        "up to the polling interval, plus what the site's own cache adds",
                        "The site's own terms apply.");
    }

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public boolean reads(Registered account) {
        return (account.platform() == Platform.BLOG || account.platform() == Platform.FORUM)
                && address(account.address()).isPresent()
                && claims.stream().noneMatch(claim -> claim.claims(account));
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    /// A sweep asks for the feed even where its marks say that nothing has changed: some servers
    /// keep the mark over an edit.
    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = address(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address of a feed must be an http or https address");
        }
        var known = depth == Depth.SWEEP ? RssPosition.START : RssPosition.unpack(position);
        return first(address.get(), known)
                .end(answer ->
                        answer.status() == 304 ? unchanged(account) : read(account, answer, depth));
    }

    /// GONE only where a feed that can be read no longer holds the post and the post's own page
    /// answers 404 or 410. A post whose id is no web address cannot be looked up.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = address(account.address());
        if (address.isEmpty()) {
            return Presence.UNKNOWN;
        }
        var harvest = new Harvest();
        return first(address.get(), RssPosition.START).then(a -> pages(account, a, harvest))
                        instanceof Step.Go<?>
                ? presence(harvest, postId)
                : Presence.UNKNOWN;
    }

    private Presence presence(Harvest harvest, String postId) {
        if (harvest.holds(postId)) {
            return Presence.THERE;
        }
        return address(postId).map(page -> seen(web.get(Query.of(page)))).orElse(Presence.UNKNOWN);
    }

    private static Presence seen(Reply reply) {
        if (!(reply instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        if (answered.ok()) {
            return Presence.THERE;
        }
        return answered.status() == 404 || answered.status() == 410
                ? Presence.GONE
                : Presence.UNKNOWN;
    }

    private Step<Answered> first(URI address, RssPosition known) {
        var query =
                Query.of(address)
                        .accepting(TYPES)
                        .unlessUnchanged(known.etag(), known.lastModified());
        return Answers.usable(web.get(query));
    }

    private Fetch unchanged(Registered account) {
        hubs.unchanged(account.accountId());
        return new Fetch.Unchanged();
    }

    private Step<FeedPage> first(Registered account, Answered first, Harvest harvest) {
        return page(account, first, harvest)
                .then(page -> {
                    NamedHub.of(first, page).ifPresent(h -> hubs.named(account.accountId(), h));
                    return Step.go(page);
                });
    }

    private Fetch read(Registered account, Answered first, Depth depth) {
        var harvest = new Harvest();
        var position = RssPosition.after(first).pack();
        var read =
                depth == Depth.SWEEP
                        ? pages(account, first, harvest)
                        : first(account, first, harvest).then(_ -> Step.go(false));
        return read.end(complete -> harvest.fetched(position, complete));
    }

    /// Follows the feed's own next pages while they bring something new.
    ///
    /// @return whether the feed was read to its end
    private Step<Boolean> pages(Registered account, Answered first, Harvest harvest) {
        var answer = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var before = harvest.size();
            var step =
                    pages == 0 ? first(account, answer, harvest) : page(account, answer, harvest);
            if (!(step instanceof Step.Go<FeedPage>(var page))) {
                return step.then(_ -> Step.go(false));
            }
            if (page.next() == null) {
                return Step.go(!harvest.full());
            }
            var next = next(answer, page.next());
            if (next.isEmpty() || harvest.full() || harvest.size() == before) {
                return Step.go(false);
            }
            if (!(first(next.get(), RssPosition.START) instanceof Step.Go<Answered>(var more))) {
                return Step.go(false);
            }
            answer = more;
        }
        return Step.go(false);
    }

    private static Step<FeedPage> page(Registered account, Answered answer, Harvest harvest) {
        var authors = account.kind() == Kind.GROUP;
        var read =
                isJson(answer)
                        ? new JsonFeed(authors).read(answer.body(), harvest)
                        : new XmlFeed(authors, told(account)).read(answer, harvest);
        return read instanceof Step.Stop<?> && PageForPeople.is(answer)
                ? Step.refused(PageForPeople.advice(answer))
                : read;
    }

    private static UnaryOperator<Item> told(Registered account) {
        return account.platform() == Platform.FORUM ? ForumTopic::told : UnaryOperator.identity();
    }

    private static boolean isJson(Answered answer) {
        return answer.header("Content-Type").orElse("").contains("json")
                || answer.body().utf8().stripLeading().startsWith("{");
    }

    private static Optional<URI> next(Answered answer, String next) {
        try {
            return Optional.of(answer.uri().resolve(next.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String address) {
        if (!address.strip().matches("(?i)https?://[^\\s]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
