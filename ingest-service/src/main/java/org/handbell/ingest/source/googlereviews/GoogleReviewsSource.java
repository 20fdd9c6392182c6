package org.handbell.ingest.source.googlereviews;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a school answers to reviews of its own place. Whose post it is decides what is
/// collected: a review is the word of somebody who is not registered, the answer is written in the
/// school's name. What a member of staff reviews elsewhere cannot be had from this interface.
final class GoogleReviewsSource implements Source {

    private static final int MOST_PAGES = 20;

    /// There is nothing to go on from: the order tells when the review changed, not the answer.
    private static final String POSITION = "{}";

    private final Web web;
    private final Credentials credentials;
    private final URI api;
    private final Coverage coverage;

    GoogleReviewsSource(Web web, Credentials credentials, GoogleReviewsSettings settings) {
        this.web = web;
        this.credentials = credentials;
        this.api = settings.api();
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
                                "Only the school's own answers to reviews of its own verified place"
                                        + " are collected, with the words of the review but not its"
                                        + " writer.",
                                "Reviews that a member of staff writes cannot be had from Google.",
                                "An answer to an older review may be seen only when the place is"
                                        + " read in full.",
                                "Google keeps one time for an answer: that of its last change.",
                                "Access tokens of Google last an hour and are not renewed here."),
                        "the answers to the newest 1,000 reviews, at most 500",
                        "up to the polling interval",
                        "Google's terms limit copies of reviews; only the words that were answered"
                                + " are kept, as long as the answer.");
    }

    @Override
    public String name() {
        return "googlereviews";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.REVIEW
                && GooglePlace.of(api, account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var place = GooglePlace.of(api, account.address());
        if (place.isEmpty()) {
            return new Fetch.Refused("the address must end in /v4/accounts/…/locations/…");
        }
        if (account.kind() == Kind.PERSONAL) {
            return new Fetch.Refused(
                    "reviews that a person writes cannot be had from Google; only the school's own"
                            + " place is read, as an official account");
        }
        if (!credentials.heldFor(place.get().reviews(null))) {
            return new Fetch.Refused(
                    "reviews on Google need an access token: see handbell.ingest.tokens");
        }
        return read(place.get(), depth);
    }

    /// GONE where Google no longer has the review, or no answer under it.
    @Override
    public Presence presence(Registered account, String postId) {
        return GooglePlace.of(api, account.address())
                .flatMap(place -> place.reviewOf(postId))
                .map(review -> seen(web.get(Query.json(review))))
                .orElse(Presence.UNKNOWN);
    }

    private static Presence seen(Reply reply) {
        if (reply instanceof Answered answered && answered.status() == 404) {
            return Presence.GONE;
        }
        if (!(Answers.json(reply) instanceof Step.Go<JsonNode>(var review))
                || Fields.text(review, "reviewId") == null) {
            return Presence.UNKNOWN;
        }
        return review.path("reviewReply").isObject() ? Presence.THERE : Presence.GONE;
    }

    private Fetch read(GooglePlace place, Depth depth) {
        var harvest = new Harvest();
        var met = new HashSet<String>();
        String token = null;
        for (int pages = 0; pages < (depth == Depth.SWEEP ? MOST_PAGES : 1); pages++) {
            var step = page(web.get(Query.json(place.reviews(token))));
            if (!(step instanceof Step.Go<JsonNode>(var page))) {
                return step.end(_ -> harvest.fetched(POSITION, false));
            }
            boolean fresh = take(page, new GoogleReview(place), harvest, met);
            token = Fields.text(page, "nextPageToken");
            if (token == null) {
                return harvest.fetched(POSITION, depth == Depth.SWEEP && !harvest.full());
            }
            if (!fresh || harvest.full()) {
                break;
            }
        }
        return harvest.fetched(POSITION, false);
    }

    private static boolean take(
            JsonNode page, GoogleReview reader, Harvest harvest, Set<String> met) {
        boolean fresh = false;
        for (var review : page.path("reviews").values()) {
            fresh |= met.add(Fields.textOrEmpty(review, "reviewId"));
            harvest.take(review.path("reviewReply").toString(), () -> reader.answer(review));
        }
        return fresh;
    }

    /// A place without reviews answers an empty object.
    private static Step<JsonNode> page(Reply reply) {
        if (reply instanceof Answered answered
                && (answered.status() == 401 || answered.status() == 403)) {
            return Step.refused(
                    "Google answered "
                            + answered.status()
                            + ": the access token (handbell.ingest.tokens) must be of today and have"
                            + " the scope business.manage, the place must be the trust's own, and"
                            + " Google must have granted the project access to its reviews");
        }
        return Answers.json(reply)
                .then(json ->
                        json.isObject() && (json.isEmpty() || json.path("reviews").isArray())
                                ? Step.go(json)
                                : Step.refused("the answer is not a list of reviews"));
    }
}
