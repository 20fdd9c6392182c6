package org.handbell.ingest.source.trustpilot;

import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fields;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a school answers to reviews on its own page. Whose post it is decides what is
/// collected: a review is the word of somebody who is not registered, the answer is written in the
/// school's name. The interface for business users is not used, since it tells reviewers' e-mail
/// addresses. The names of the fields of an answer were not seen on the live service.
final class TrustpilotSource implements Source {

    private final Web web;
    private final Credentials credentials;
    private final TrustpilotSettings settings;
    private final Coverage coverage;

    TrustpilotSource(Web web, Credentials credentials, TrustpilotSettings settings) {
        this.web = web;
        this.credentials = credentials;
        this.settings = settings;
        this.coverage =
                new Coverage(
                        name(),
                        Coverage.Proof.STUB,
                        Map.of(
                                Coverage.Kind.POSTS, Coverage.Sight.NO,
                                Coverage.Kind.COMMENTS, Coverage.Sight.PARTLY,
                                Coverage.Kind.LIKES, Coverage.Sight.NO,
                                Coverage.Kind.SHARES, Coverage.Sight.NO,
                                Coverage.Kind.POLLS, Coverage.Sight.NO,
                                Coverage.Kind.PICTURES, Coverage.Sight.NO,
                                Coverage.Kind.EDITS, Coverage.Sight.YES,
                                Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                        List.of(
                                "Built to the published contract and tested against a stand-in"
                                        + " only.",
                                "Only the school's own answers on its own page are collected, with"
                                        + " the words of the review but not its writer.",
                                "Reviews that a member of staff writes cannot be had from"
                                        + " Trustpilot.",
                                "An answer to an older review, and its edit, may be seen only when"
                                        + " the page is read in full."),
                        "the answers to the newest 1,500 reviews, at most 500",
                        "up to the polling interval",
                        "Trustpilot's terms for its interface apply; only the words that were"
                                + " answered are kept, as long as the answer.");
    }

    @Override
    public String name() {
        return "trustpilot";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.REVIEW
                && TrustpilotUnit.of(settings, account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var unit = TrustpilotUnit.of(settings, account.address());
        if (unit.isEmpty()) {
            return new Fetch.Refused("the address must end in /v1/business-units/ and an id");
        }
        if (account.kind() == Kind.PERSONAL) {
            return new Fetch.Refused(
                    "reviews that a person writes cannot be had from Trustpilot; only the school's"
                            + " own page is read, as an official account");
        }
        if (!credentials.heldFor(unit.get().reviews(1))) {
            return new Fetch.Refused(
                    "Trustpilot needs a key: see handbell.ingest.tokens, sent-as header:apikey");
        }
        return new TrustpilotReading(unit.get(), depth).read(web);
    }

    /// GONE where Trustpilot no longer has the review, or no answer under it.
    @Override
    public Presence presence(Registered account, String postId) {
        return TrustpilotUnit.of(settings, account.address())
                .flatMap(unit -> unit.reviewOf(postId).map(unit::review))
                .map(review -> seen(web.get(Query.json(review))))
                .orElse(Presence.UNKNOWN);
    }

    private static Presence seen(Reply reply) {
        if (reply instanceof Answered answered
                && (answered.status() == 404 || answered.status() == 410)) {
            return Presence.GONE;
        }
        if (!(Answers.json(reply) instanceof Step.Go<JsonNode>(var review))
                || Fields.text(review, "id") == null) {
            return Presence.UNKNOWN;
        }
        return review.path("companyReply").isObject() ? Presence.THERE : Presence.GONE;
    }
}
