package org.handbell.ingest.source.bluesky;

import java.util.ArrayList;
import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;

/// Reads the records of an account's repository. The timelines of the big servers lose posts and
/// sort by dates that the writer chose; the repository does neither.
public final class BlueskySource implements Source {

    private final BlueskySettings settings;
    private final Identities identities;
    private final XrpcClient xrpc;
    private final Followed followed;

    BlueskySource(BlueskySettings settings, Web web, Followed followed) {
        this.settings = settings;
        this.identities = new Identities(settings, web);
        this.xrpc = new XrpcClient(web);
        this.followed = followed;
    }

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.BLUESKY
                && Identities.name(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        var cannotSee = new ArrayList<String>();
        cannotSee.add("Direct messages are not public and not collected.");
        cannotSee.add("A post can carry an earlier date than the day it was written.");
        cannotSee.add("When a post was edited is not told, only that it changed.");
        cannotSee.add("The words that a reply answers or a quotation quotes are not read.");
        cannotSee.add("Words inside link previews are not part of the text.");
        if (settings.reposts() > 0) {
            cannotSee.add("Of reposts, the newest " + settings.reposts() + " are read at a time.");
        } else {
            cannotSee.add("Reposts are not read.");
        }
        if (!settings.likes()) {
            cannotSee.add("Likes are not read.");
        }
        return new Coverage(
                name(),
                Coverage.Proof.REAL_SERVER,
                Map.of(
                        Coverage.Kind.POSTS,
                        Coverage.Sight.YES,
                        Coverage.Kind.COMMENTS,
                        Coverage.Sight.YES,
                        Coverage.Kind.LIKES,
                        settings.likes() ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.SHARES,
                        Coverage.Sight.PARTLY,
                        Coverage.Kind.POLLS,
                        Coverage.Sight.NO,
                        Coverage.Kind.PICTURES,
                        Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS,
                        Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS,
                        Coverage.Sight.YES),
                cannotSee,
                "the newest 500 posts",
                settings.jetstream() == null
                        ? "up to the polling interval"
                        : "a few seconds where the stream is heard, else up to the polling"
                                + " interval",
                "No limit on keeping copies is known; what is public stands on an open network.");
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var name = Identities.name(account.address());
        if (name.isEmpty()) {
            return new Fetch.Refused("the address must be a handle, a DID or that of a profile");
        }
        var before = BlueskyPosition.unpack(position);
        var known = home(before);
        if (depth == Depth.NEWEST && known != null) {
            var fetch = read(account, known, before, depth).end(BlueskyReading::fetched);
            if (!(fetch instanceof Fetch.Refused)) {
                return fetch;
            }
        }
        return identities
                .find(name.get(), before.did())
                .then(home -> read(account, home, before, depth))
                .end(BlueskyReading::fetched);
    }

    /// GONE only where the author's own server says that the record does not exist.
    @Override
    public Presence presence(Registered account, String postId) {
        var uri = AtUri.of(postId);
        if (uri.isEmpty()
                || !(identities.find(uri.get().did())
                        instanceof Step.Go<Identities.Home>(var home))) {
            return Presence.UNKNOWN;
        }
        Reply reply = xrpc.record(home.server(), uri.get());
        if (reply instanceof Answered answered && answered.ok()) {
            return Presence.THERE;
        }
        return XrpcClient.error(reply).filter("RecordNotFound"::equals).isPresent()
                ? Presence.GONE
                : Presence.UNKNOWN;
    }

    private Step<BlueskyReading> read(
            Registered account, Identities.Home home, BlueskyPosition before, Depth depth) {
        var record = new BlueskyRecord(home, settings.web());
        var subjects = new Subjects(identities, xrpc, settings.reposts());
        var reading = new BlueskyReading(home, before, depth, Gate.floor(account));
        var step = reading.posts(xrpc, record);
        for (var collection : settings.engagements()) {
            step = step.then(r -> r.engagements(xrpc, collection, record, subjects));
        }
        if (step instanceof Step.Go<BlueskyReading>) {
            followed.follow(home.did(), account.accountId());
        }
        return step;
    }

    private static Identities.@Nullable Home home(BlueskyPosition position) {
        var did = position.did();
        var server = position.server();
        return did == null || server == null ? null : new Identities.Home(did, server);
    }
}
