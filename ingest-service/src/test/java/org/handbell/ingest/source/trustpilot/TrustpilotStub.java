package org.handbell.ingest.source.trustpilot;

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

/// A stub of Trustpilot's published interface for the public reviews of a business unit; each post
/// is an answer of the school to a review.
final class TrustpilotStub implements StubPlatform {

    static final String UNIT = "/v1/business-units/0123456789abcdef01234567";

    private static final int PAGE = 50;
    private static final String REVIEWS = UNIT + "/reviews";

    private final StubServer server;
    private final List<Map<String, Object>> reviews = new ArrayList<>();
    private boolean repeating;
    private boolean keyed = true;

    TrustpilotStub(StubServer server) {
        this.server = server;
        server.on(REVIEWS, this::list);
    }

    @Override
    public Source source(Web web) {
        var settings =
                new TrustpilotSettings(
                        URI.create(server.url("")), URI.create("https://www.trustpilot.com"));
        return new TrustpilotSource(web, address -> keyed, settings);
    }

    void forgetKey() {
        keyed = false;
    }

    @Override
    public Registered account() {
        return account(Kind.OFFICIAL);
    }

    Registered account(Kind kind) {
        return Accounts.at(Platform.REVIEW, server.url(UNIT), kind);
    }

    @Override
    public String post(String text, Instant at) {
        var id = review("Lovely hens.", Instant.parse("2026-01-01T00:00:00Z"));
        reviews.getLast().put("companyReply", Map.of("text", text, "createdAt", at.toString()));
        return "https://www.trustpilot.com/reviews/" + id + "#reply";
    }

    /// Adds a review that nobody has answered.
    String review(String text, Instant at) {
        var id = id(reviews.size());
        var review = new HashMap<String, Object>();
        review.put("id", id);
        review.put("consumer", Map.of("displayName", "Alex Passerby"));
        review.put("stars", 4);
        review.put("title", "Hens");
        review.put("text", text);
        review.put("createdAt", at.plusSeconds(reviews.size()).toString());
        reviews.add(review);
        server.on("/v1/reviews/" + id, _ -> Answer.json(json(review)));
        return id;
    }

    private static String id(int number) {
        return "%024x".formatted(0x5000 + number);
    }

    @Override
    public void edit(String postId, String text) {
        var review = find(postId);
        var answer = (Map<?, ?>) Objects.requireNonNull(review.get("companyReply"));
        review.put(
                "companyReply",
                Map.of(
                        "text",
                        text,
                        "createdAt",
                        Objects.toString(answer.get("createdAt")),
                        "updatedAt",
                        "2026-11-03T08:00:00Z"));
    }

    /// Takes the answer back; the review stays.
    void takeBack(String postId) {
        find(postId).remove("companyReply");
    }

    @Override
    public void delete(String postId) {
        var review = find(postId);
        reviews.remove(review);
        server.on("/v1/reviews/" + review.get("id"), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        review("", Instant.EPOCH);
        reviews.getLast().put("companyReply", Map.of("text", marker));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(REVIEWS, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= reviews.size(); i++) {
            server.on("/v1/reviews/" + id(i), answer);
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
        int page = repeating ? 1 : Integer.parseInt(asked.query("page"));
        var sorted =
                reviews.stream()
                        .sorted(Comparator.comparing(TrustpilotStub::at).reversed())
                        .toList();
        int from = Math.min(sorted.size(), (page - 1) * PAGE);
        var shown = sorted.subList(from, Math.min(sorted.size(), from + PAGE));
        return Answer.json(json(Map.of("reviews", shown)));
    }

    private static String at(Map<String, Object> review) {
        return Objects.toString(review.get("createdAt"));
    }

    private Map<String, Object> find(String postId) {
        return reviews.stream()
                .filter(r -> postId.contains("/" + r.get("id") + "#"))
                .findFirst()
                .orElseThrow();
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
