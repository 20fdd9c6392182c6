package org.handbell.ingest.source.activitypub;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an actor's outbox. It is what remains where a server does not speak Mastodon's interface,
/// and shows what its makers chose to list there.
public final class ActivityPubSource implements Source {

    private final ActivityPubClient client;
    private final Actors actors;
    private final Clock clock;
    private final Coverage coverage;

    ActivityPubSource(Web web, Clock clock) {
        this.client = new ActivityPubClient(web);
        this.actors = new Actors(client);
        this.clock = clock;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.REAL_SERVER,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.COMMENTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.LIKES, Coverage.Sight.PARTLY,
                                Coverage.Kind.SHARES, Coverage.Sight.PARTLY,
                                Coverage.Kind.POLLS, Coverage.Sight.PARTLY,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                                Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                        List.of(
                                "Tested against snac2 and Fedify; polls, shares and likes against"
                                        + " the published contract only.",
                                "An outbox holds what its server lists there: likes hardly ever,"
                                        + " shares and polls not everywhere, and often the newest"
                                        + " posts alone.",
                                "Servers that answer only to other servers are not read.",
                                "The words that a reply answers or a quotation quotes are not"
                                        + " read.",
                                "States between two edits are not shown.",
                                "A deletion is seen where the outbox no longer lists the post and"
                                        + " the post's own address says that it is gone."),
                        "what the server lists, up to the newest 500 activities",
                        "up to the polling interval",
                        "The server's own terms apply.");
    }

    @Override
    public String name() {
        return "activitypub";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.MASTODON
                && ActivityPubAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = ActivityPubAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must be acct:name@host or that of an actor");
        }
        var before = ActivityPubPosition.unpack(position);
        var known = before.known();
        if (depth == Depth.NEWEST && known != null) {
            var fetch = read(account, known, before, depth);
            if (!(fetch instanceof Fetch.Refused)) {
                return fetch;
            }
        }
        return actors.find(address.get(), before.actor())
                .end(actor -> read(account, actor, before, depth));
    }

    /// GONE where the post's own address answers 410 or shows a tombstone; a 404 counts only while
    /// the account's own address still answers.
    @Override
    public Presence presence(Registered account, String postId) {
        var uri = Ld.web(postId);
        if (uri.isEmpty() || !(client.get(uri.get()) instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        return switch (answered.status()) {
            case 200 -> shown(answered);
            case 410 -> Presence.GONE;
            case 404 -> answers(account) ? Presence.GONE : Presence.UNKNOWN;
            default -> Presence.UNKNOWN;
        };
    }

    private static Presence shown(Answered answered) {
        return Answers.json(answered) instanceof Step.Go<JsonNode>(var object)
                        && Ld.is(object, "Tombstone")
                ? Presence.GONE
                : Presence.THERE;
    }

    private boolean answers(Registered account) {
        return ActivityPubAddress.of(account.address())
                .map(address -> actors.find(address, null) instanceof Step.Go<Actors.Actor>)
                .orElse(false);
    }

    private Fetch read(
            Registered account, Actors.Actor actor, ActivityPubPosition before, Depth depth) {
        var reader = new ActivityReader(actor, account.kind() == Kind.GROUP, clock.instant());
        var span = new Outbox.Span(depth, Gate.floor(account), before.newest());
        return new Outbox(client, reader, span).read().end(Outbox::fetched);
    }
}
