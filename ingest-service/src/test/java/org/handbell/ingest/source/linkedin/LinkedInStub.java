package org.handbell.ingest.source.linkedin;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

/// A stub of LinkedIn's interface for one organisation's page, from its published contract. Edits
/// move a post to the front of the list, as sorting by the last change does.
final class LinkedInStub implements StubPlatform {

    static final String OWNER = "urn:li:organization:77";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T13:00:00Z"), ZoneOffset.UTC);

    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private boolean repeating;

    LinkedInStub(StubServer server) {
        this.server = server;
        server.on("/rest/posts", this::list);
    }

    @Override
    public Source source(Web web) {
        return source(web, List.of(), server);
    }

    static Source source(Web web, List<String> members, StubServer server) {
        return new LinkedInSource(
                new LinkedInSettings(URI.create(server.url("")), "202605", members, 5), web, CLOCK);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.LINKEDIN, "https://www.linkedin.com/company/77/");
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("commentary", escaped(text)));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        var id = "urn:li:share:" + (7000 + posts.size());
        var post = new HashMap<String, Object>();
        post.put("id", id);
        post.put("author", OWNER);
        post.put("commentary", "");
        post.put("visibility", "PUBLIC");
        post.put("lifecycleState", "PUBLISHED");
        post.put("createdAt", at.toEpochMilli());
        post.put("publishedAt", at.toEpochMilli());
        post.put("lastModifiedAt", at.toEpochMilli());
        post.putAll(fields);
        posts.add(post);
        server.on("/rest/posts/" + id, Answer.json(json(post)));
        server.on("/rest/socialActions/" + id + "/comments", _ -> list(List.of(), false));
        return id;
    }

    void comments(String postId, List<Map<String, Object>> comments) {
        server.on("/rest/socialActions/" + postId + "/comments", _ -> list(comments, false));
    }

    @Override
    public void edit(String postId, String text) {
        for (var post : posts) {
            if (postId.equals(post.get("id"))) {
                post.put("commentary", escaped(text));
                post.put("lastModifiedAt", 1793629800000L);
                post.put("lifecycleStateInfo", Map.of("isEditedByAuthor", true));
            }
        }
    }

    @Override
    public void delete(String postId) {
        posts.removeIf(post -> postId.equals(post.get("id")));
        server.on("/rest/posts/" + postId, Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        posts.add(new HashMap<>(Map.of("commentary", marker, "lastModifiedAt", 1793629800000L)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on("/rest/posts", answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i < 3; i++) {
            server.on("/rest/posts/urn:li:share:" + (7000 + i), answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return 100;
    }

    private Answer list(Asked asked) {
        int start = repeating ? 0 : Integer.parseInt(asked.query("start"));
        int count = Integer.parseInt(asked.query("count"));
        var page =
                posts.stream()
                        .sorted(Comparator.comparing(LinkedInStub::changed).reversed())
                        .skip(start)
                        .limit(count)
                        .toList();
        return list(page, repeating || start + count < posts.size());
    }

    static Answer list(List<?> elements, boolean more) {
        var links =
                more ? List.of(Map.of("rel", "next", "href", "/rest/posts?start=1")) : List.of();
        return Answer.json(json(Map.of("elements", elements, "paging", Map.of("links", links))));
    }

    static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    private static Long changed(Map<String, Object> post) {
        return post.get("lastModifiedAt") instanceof Long at ? at : 0L;
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\|{}@\\[\\]()<>#*_~])", "\\\\$1");
    }
}
