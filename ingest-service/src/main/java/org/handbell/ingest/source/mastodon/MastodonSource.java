package org.handbell.ingest.source.mastodon;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an account at its home server, where alone all its statuses are. Pages are read newest
/// first until something known or older than the notice comes up.
public final class MastodonSource implements Source {

    private static final String PAGE = Integer.toString(MastodonPages.FULL_PAGE);
    private static final int MOST_PAGES = 50;

    /// What a server's own ids look like; anything else is not put into an address.
    static final String ID = "[A-Za-z0-9._-]{1,100}";

    private static final Pattern MASTODON_URI =
            Pattern.compile(
                    "https?://[^/]+/(?:ap/)?users/[^/]+/statuses/([0-9]{1,30})(?:/activity)?");

    private final Web web;
    private final Clock clock;
    private final Coverage coverage;

    MastodonSource(Web web, Clock clock) {
        this.web = web;
        this.clock = clock;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.REAL_SERVER,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.YES,
                                Coverage.Kind.COMMENTS, Coverage.Sight.YES,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.PARTLY,
                                Coverage.Kind.POLLS, Coverage.Sight.YES,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.EDITS, Coverage.Sight.YES,
                                Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                        List.of(
                                "Tested against snac2, which speaks this interface in part; polls,"
                                        + " boosts, quotations and histories against the published"
                                        + " contract only.",
                                "What the account liked is not public.",
                                "Posts to followers only and direct messages are not collected.",
                                "The words that a reply answers are not read.",
                                "Some servers show nothing without signing in.",
                                "Boosts are missing where the server does not list them.",
                                "States between two edits are seen where the server shows a"
                                        + " history: of 20 posts in one look, and of each its"
                                        + " latest 20.",
                                "Who voted in a poll is not public; votes are read once it has"
                                        + " ended.",
                                "The words of a quotation are missing where the quoted person has"
                                        + " not accepted it."),
                        "the newest 500 posts",
                        "up to the polling interval",
                        "The server's own terms apply.");
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.MASTODON
                && MastodonAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = MastodonAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must be @name@host or that of a profile");
        }
        var before = MastodonPosition.unpack(position);
        var known = depth == Depth.SWEEP ? null : before.account();
        var id = known == null ? lookup(address.get()) : Step.go(known);
        var fetch = id.end(i -> read(account, address.get(), i, before, depth));
        return known != null && isNotFound(fetch)
                ? lookup(address.get()).end(i -> read(account, address.get(), i, before, depth))
                : fetch;
    }

    /// GONE where the account's home server answers 404 or 410 for the status; servers that want a
    /// sign-in for the question leave it open.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = MastodonAddress.of(account.address());
        if (address.isEmpty()) {
            return Presence.UNKNOWN;
        }
        var uri = MASTODON_URI.matcher(postId);
        if (uri.matches()) {
            return seen(
                    web.get(Query.json(address.get().api("statuses/" + uri.group(1), Map.of()))));
        }
        return objectOf(address.get(), postId);
    }

    /// Other software: the post's own address, asked for as an ActivityPub object.
    private Presence objectOf(MastodonAddress address, String postId) {
        if (!postId.matches("https?://[^\\s\"<>\\\\^`{|}]+")) {
            return Presence.UNKNOWN;
        }
        var uri = URI.create(postId);
        return address.isHome(uri)
                ? seen(web.get(Query.of(uri).accepting("application/activity+json")))
                : Presence.UNKNOWN;
    }

    private static Presence seen(Reply reply) {
        if (!(reply instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        return switch (answered.status()) {
            case 200 -> Presence.THERE;
            case 404, 410 -> Presence.GONE;
            default -> Presence.UNKNOWN;
        };
    }

    private Step<String> lookup(MastodonAddress address) {
        var uri = address.api("accounts/lookup", Map.of("acct", address.name()));
        return MastodonRefusals.explained(web.get(Query.json(uri)))
                .then(MastodonSource::json)
                .then(MastodonRefusals::standing)
                .then(account -> {
                    var id = text(account, "id");
                    return id == null || !id.matches(ID)
                            ? Step.refused("the server's account has no usable id")
                            : Step.go(id);
                });
    }

    private static Step<JsonNode> json(Answered answer) {
        return Answers.json(answer);
    }

    private Fetch read(
            Registered account,
            MastodonAddress address,
            String id,
            MastodonPosition before,
            Depth depth) {
        var sweep = depth == Depth.SWEEP;
        var revisits = new Revisits(before, depth, clock.instant());
        var reader = new MastodonStatus(account.kind() == Kind.GROUP);
        var found = new MastodonPages.Found(new Harvest(), reader, revisits);
        var known = sweep ? null : before.newest();
        var pages = new MastodonPages(found, known, since(account, sweep ? null : before.at()));
        return readAll(address, id, pages)
                .end(end -> {
                    new MastodonRevisiting(web, address, found).ask();
                    return found.harvest()
                            .fetched(
                                    pages.position(id, before).pack(),
                                    end == MastodonPages.After.END && sweep);
                });
    }

    private Step<MastodonPages.After> readAll(
            MastodonAddress address, String id, MastodonPages pages) {
        var after = MastodonPages.After.MORE;
        for (int page = 0; page < MOST_PAGES && after == MastodonPages.After.MORE; page++) {
            var reply = web.get(Query.json(statuses(address, id, pages)));
            var step = MastodonRefusals.explained(reply).then(a -> page(a, pages));
            if (!(step instanceof Step.Go<MastodonPages.After>(var next))) {
                return step;
            }
            after = next;
        }
        return Step.go(after);
    }

    private static URI statuses(MastodonAddress address, String id, MastodonPages pages) {
        var query =
                pages.last()
                        .map(last -> Map.of("limit", PAGE, "max_id", last))
                        .orElse(Map.of("limit", PAGE));
        return address.api("accounts/" + id + "/statuses", query);
    }

    private static Step<MastodonPages.After> page(Answered answer, MastodonPages pages) {
        return Answers.json(answer)
                .then(list ->
                        list.isArray()
                                ? Step.go(pages.take(statuses(list), isLast(answer)))
                                : Step.refused("the answer is not a list of statuses"));
    }

    private static List<JsonNode> statuses(JsonNode list) {
        return List.copyOf(list.values());
    }

    /// A Link header without a next page ends the list; servers without the header leave it open.
    private static boolean isLast(Answered answer) {
        return answer.header("Link").map(l -> !l.contains("rel=\"next\"")).orElse(false);
    }

    private static Instant since(Registered account, @Nullable Instant position) {
        var floor = Gate.floor(account);
        return position == null || position.isBefore(floor) ? floor : position;
    }

    private static boolean isNotFound(Fetch fetch) {
        return fetch instanceof Fetch.Refused(var reason) && reason.startsWith("not found");
    }
}
