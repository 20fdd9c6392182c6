package org.handbell.ingest.source.googlereviews;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of Google's published interface for the reviews of a place; each post is an answer of the
/// school to a review.
final class GoogleReviewsStub implements StubPlatform {

    static final String PLACE = "/v4/accounts/11/locations/22";

    private static final int PAGE = 50;
    private static final String REVIEWS = PLACE + "/reviews";

    private final StubServer server;
    private final List<Map<String, Object>> reviews = new ArrayList<>();
    private boolean repeating;
    private boolean keyed = true;

    GoogleReviewsStub(StubServer server) {
        this.server = server;
        server.on(REVIEWS, this::list);
    }

    @Override
    public Source source(Web web) {
        var settings = new GoogleReviewsSettings(URI.create(server.url("")));
        return new GoogleReviewsSource(web, address -> keyed, settings);
    }

    void forgetToken() {
        keyed = false;
    }

    @Override
    public Registered account() {
        return account(Kind.OFFICIAL);
    }

    Registered account(Kind kind) {
        return Accounts.at(Platform.REVIEW, server.url(PLACE), kind);
    }

    @Override
    public String post(String text, Instant at) {
        return add("Lovely hens.", Map.of("comment", text, "updateTime", at.toString()));
    }

    /// Adds a review with its answer.
    String add(String comment, Map<String, Object> answer) {
        var id = review(comment, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(reviews.size()));
        reviews.getLast().put("reviewReply", answer);
        return server.url(REVIEWS + "/" + id + "/reply");
    }

    /// Adds a review that nobody has answered.
    String review(String comment, Instant at) {
        var id = "AbFvOq" + reviews.size();
        var review = new HashMap<String, Object>();
        review.put("name", PLACE.substring(4) + "/reviews/" + id);
        review.put("reviewId", id);
        review.put("reviewer", Map.of("displayName", "Alex Passerby"));
        review.put("starRating", "FOUR");
        review.put("comment", comment);
        review.put("createTime", at.toString());
        review.put("updateTime", at.toString());
        reviews.add(review);
        server.on(REVIEWS + "/" + id, _ -> Answer.json(json(review)));
        return id;
    }

    @Override
    public void edit(String postId, String text) {
        var answer = Map.of("comment", text, "updateTime", "2026-11-03T08:00:00Z");
        find(postId).put("reviewReply", answer);
    }

    /// Takes the answer back; the review stays.
    void takeBack(String postId) {
        find(postId).remove("reviewReply");
    }

    @Override
    public void delete(String postId) {
        reviews.remove(find(postId));
        var path = URI.create(postId).getPath();
        server.on(path.substring(0, path.lastIndexOf('/')), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        review("", Instant.EPOCH);
        reviews.getLast().put("reviewReply", Map.of("comment", marker));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(REVIEWS, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= reviews.size(); i++) {
            server.on(REVIEWS + "/AbFvOq" + i, answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer list(Asked asked) {
        int from =
                repeating || asked.query("pageToken").isEmpty()
                        ? 0
                        : Integer.parseInt(asked.query("pageToken"));
        var sorted =
                reviews.stream()
                        .sorted(Comparator.comparing(GoogleReviewsStub::at).reversed())
                        .toList();
        if (sorted.isEmpty()) {
            return Answer.json("{}");
        }
        var body = new HashMap<String, Object>();
        body.put("reviews", sorted.subList(from, Math.min(sorted.size(), from + PAGE)));
        if (repeating || from + PAGE < sorted.size()) {
            body.put("nextPageToken", Integer.toString(from + PAGE));
        }
        return Answer.json(json(body));
    }

    private static String at(Map<String, Object> review) {
        return Objects.toString(review.get("updateTime"));
    }

    private Map<String, Object> find(String postId) {
        return reviews.stream()
                .filter(r -> postId.contains("/" + r.get("reviewId") + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
