package org.handbell.ingest.source.discourse;

import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.discourse.DiscourseAddress.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a Discourse forum as a stranger sees it. A key is not wanted: all keys of a forum share
/// one allowance, so that reading with one would slow down others.
final class DiscourseSource implements Source {

    private final Web web;
    private final Coverage coverage;

    DiscourseSource(Web web) {
        this.web = web;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.STUB,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.YES,
                                Coverage.Kind.COMMENTS, Coverage.Sight.YES,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.NO,
                                Coverage.Kind.POLLS, Coverage.Sight.YES,
                                Coverage.Kind.PICTURES, Coverage.Sight.YES,
                                Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                                Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                        List.of(
                                "Built to the published contract and tested against a stand-in"
                                        + " only.",
                                "Forums that want a sign-in are not read, nor are private"
                                        + " categories and messages.",
                                "Edits are seen when the forum is read in full; one in the first"
                                        + " minutes after posting carries no time of its own.",
                                "Who liked or voted is not read.",
                                "Of the words that a post answers only what it quotes is read."),
                        "the newest 500 posts since the notice took effect; of a whole forum at most"
                                + " 2,000 numbers back",
                        "up to the polling interval",
                        "The forum's own terms apply.");
    }

    @Override
    public String name() {
        return "discourse";
    }

    @Override
    public boolean reads(Registered account) {
        return claimed(account);
    }

    static boolean claimed(Registered account) {
        return account.platform() == Platform.FORUM
                && DiscourseAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    /// A whole forum or topic is never one person's account: everybody writes there.
    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = DiscourseAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must end in /posts.json, /t/… or /u/…");
        }
        if (account.kind() == Kind.PERSONAL && address.get().part() != Part.PERSON) {
            return new Fetch.Refused(
                    "a personal account on a forum is registered by its own address, /u/name: all"
                            + " of a forum or topic would be other people's posts");
        }
        var before = DiscoursePosition.unpack(position);
        var gathering = new DiscourseGathering(web, account, address.get(), before, depth);
        return new DiscourseReading(gathering, account).read();
    }

    /// GONE where the forum, whose list lacks the post, answers 404 for it or says that it was
    /// taken back.
    @Override
    public Presence presence(Registered account, String postId) {
        return DiscourseAddress.of(account.address())
                .flatMap(a -> a.numberOf(postId).map(a::post))
                .map(post -> seen(web.get(Query.json(post))))
                .orElse(Presence.UNKNOWN);
    }

    private static Presence seen(Reply reply) {
        if (!(reply instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        if (answered.status() == 404 || answered.status() == 410) {
            return Presence.GONE;
        }
        if (!(Answers.json(answered) instanceof Step.Go<JsonNode>(var post))
                || DiscourseRecord.number(post) == 0) {
            return Presence.UNKNOWN;
        }
        return DiscourseRecord.isPublic(post) ? Presence.THERE : Presence.GONE;
    }
}
