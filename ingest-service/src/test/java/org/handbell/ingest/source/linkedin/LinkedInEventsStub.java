package org.handbell.ingest.source.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of LinkedIn's compliance events for one member, from the published contract: what was
/// processed from a time on, that time included.
final class LinkedInEventsStub implements StubPlatform {

    static final String MEMBER = "urn:li:person:RobinAb-1";
    private static final String PATH = "/v2/complianceEvents";
    private static final long FIRST = Instant.parse("2026-11-01T08:00:00Z").toEpochMilli();

    private final StubServer server;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private boolean repeating;
    private int posts;

    LinkedInEventsStub(StubServer server) {
        this.server = server;
        server.on(PATH, this::list);
    }

    @Override
    public Source source(Web web) {
        return LinkedInStub.source(web, List.of(MEMBER), server);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.LINKEDIN, MEMBER);
    }

    @Override
    public String post(String text, Instant at) {
        var id = "urn:li:ugcPost:" + (9000 + posts++);
        event("ugcPosts", "CREATE", id, Map.of("activity", activity(id, text, at)));
        return id;
    }

    /// Adds an event.
    void event(String resource, String method, String id, Map<String, Object> fields) {
        var event = new HashMap<String, Object>();
        event.put("resourceName", resource);
        event.put("resourceId", id);
        event.put("resourceUri", "/" + resource + "/" + id);
        event.put("method", method);
        event.put("owner", MEMBER);
        event.put("actor", MEMBER);
        event.put("activityId", "a-" + events.size());
        event.put("capturedAt", FIRST + events.size() * 1000L);
        event.put("processedAt", FIRST + events.size() * 1000L);
        event.put("processedActivity", Map.of());
        event.putAll(fields);
        events.add(event);
    }

    static Map<String, Object> activity(String id, String text, Instant at) {
        return new HashMap<>(
                Map.of(
                        "id",
                        id,
                        "author",
                        MEMBER,
                        "lifecycleState",
                        "PUBLISHED",
                        "firstPublishedAt",
                        at.toEpochMilli(),
                        "visibility",
                        Map.of("com.linkedin.ugc.MemberNetworkVisibility", "PUBLIC"),
                        "specificContent",
                        content(text)));
    }

    static Map<String, Object> content(String text) {
        return Map.of(
                "com.linkedin.ugc.ShareContent",
                Map.of("shareCommentary", Map.of("text", text), "shareMediaCategory", "NONE"));
    }

    @Override
    public void edit(String postId, String text) {
        var at = Instant.parse("2026-11-02T11:45:00Z");
        event("ugcPosts", "UPDATE", postId, Map.of("activity", activity(postId, text, at)));
    }

    @Override
    public void delete(String postId) {
        event("ugcPosts", "DELETE", postId, Map.of("activity", Map.of("id", postId)));
    }

    @Override
    public void spoil(String marker) {
        event("ugcPosts", "CREATE", "", Map.of("activity", Map.of("title", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(PATH, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        server.on(PATH, answer);
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return 50;
    }

    private Answer list(Asked asked) {
        long from = repeating ? 0 : Long.parseLong(asked.query("startTime"));
        var page =
                events.stream()
                        .filter(event -> processed(event) >= from)
                        .limit(Integer.parseInt(asked.query("count")))
                        .toList();
        return LinkedInStub.list(page, false);
    }

    private static long processed(Map<String, Object> event) {
        return event.get("processedAt") instanceof Long at ? at : 0L;
    }
}
