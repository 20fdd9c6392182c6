package org.handbell.ingest.source.ghost;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.SiteFeed;
import org.handbell.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/// Reads a Ghost blog. Its Content API wants a key, which the owner of the site makes: where the
/// trust has it, all posts and their edits are seen; where it has none, the feed is read under the
/// same ids.
final class GhostSource implements Source {

    private final Web web;
    private final Source feeds;
    private final Credentials credentials;
    private final Coverage coverage;

    /// @param feeds reads the site's feed
    /// @param credentials tells whether there is a key for a site
    GhostSource(Web web, Source feeds, Credentials credentials) {
        this.web = web;
        this.feeds = feeds;
        this.credentials = credentials;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.STUB,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.COMMENTS, Coverage.Sight.NO,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.NO,
                                Coverage.Kind.POLLS, Coverage.Sight.NO,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                                Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                        List.of(
                                "Built to the published contract and tested against a stand-in"
                                        + " only.",
                                "Comments of members have no public interface.",
                                "Without the site's content key only its feed is read: its newest"
                                        + " posts, and no deletions.",
                                "Of a post for members only what everybody may read is read.",
                                "Pages are not read, only posts.",
                                "Ghost adds its own mark to links that lead away; it is removed,"
                                        + " and with it the same mark where the author typed it."),
                        "the newest 500 posts since the notice took effect; without a key what the"
                                + " feed still shows",
                        "up to the polling interval, plus what the site's own cache adds",
                        "The site's own terms apply.");
    }

    @Override
    public String name() {
        return "ghost";
    }

    @Override
    public boolean reads(Registered account) {
        return claimed(account);
    }

    static boolean claimed(Registered account) {
        return account.platform() == Platform.BLOG
                && GhostAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = GhostAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must end in /ghost/api/content/");
        }
        var before = GhostPosition.unpack(position);
        return isKeyed(address.get())
                ? new GhostReading(account, address.get(), before.updated(), depth).read(web)
                : fromFeed(account, address.get(), before.feed(), depth);
    }

    /// GONE where the API answers 404 for a post that its list lacks; a feed tells only what is
    /// still there.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = GhostAddress.of(account.address());
        var id = address.flatMap(a -> a.idOf(postId));
        if (address.isEmpty() || id.isEmpty()) {
            return Presence.UNKNOWN;
        }
        return isKeyed(address.get())
                ? seen(URI.create(address.get().postId(id.get())))
                : feeds.presence(SiteFeed.of(account, address.get().feed()), id.get());
    }

    private Presence seen(URI post) {
        if (!(web.get(Query.json(post)) instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        return switch (answered.status()) {
            case 200 -> Presence.THERE;
            case 404, 410 -> Presence.GONE;
            default -> Presence.UNKNOWN;
        };
    }

    private boolean isKeyed(GhostAddress address) {
        return credentials.heldFor(address.posts(Map.of()));
    }

    private Fetch fromFeed(
            Registered account, GhostAddress site, @Nullable String from, Depth depth) {
        return switch (feeds.fetch(SiteFeed.of(account, site.feed()), from, depth)) {
            case Fetch.Fetched(var items, var rejected, var next, var complete, _) ->
                    new Fetch.Fetched(
                            items.stream().map(item -> named(site, item)).toList(),
                            rejected,
                            new GhostPosition(null, next).pack(),
                            complete);
            case Fetch other -> other;
        };
    }

    /// As the API would tell it: Ghost's feed has the same ids, as bare words.
    private static Item named(GhostAddress site, Item item) {
        var cleaned = item.linking(new Referral(site.host()).removed(item.links()));
        return GhostAddress.isId(item.postId())
                ? cleaned.under(site.postId(item.postId()))
                : cleaned;
    }
}
