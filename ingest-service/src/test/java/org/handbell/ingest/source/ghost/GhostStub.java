package org.handbell.ingest.source.ghost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.rss.Feeds;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of a Ghost site that follows the published Content API.
final class GhostStub implements StubPlatform {

    static final String API = "/ghost/api/content/posts/";

    private static final int PAGE = 50;

    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private boolean repeating;
    private boolean keyed = true;

    GhostStub(StubServer server) {
        this.server = server;
        server.on(API, this::list);
    }

    @Override
    public Source source(Web web) {
        return new GhostSource(web, Feeds.over(web), address -> keyed);
    }

    void forgetKey() {
        keyed = false;
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.BLOG, server.url("/ghost/api/content/"));
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("html", html(text)));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        var id = id(posts.size());
        var post = new HashMap<String, Object>();
        post.put("id", id);
        post.put("title", "A day");
        post.put("html", "");
        post.put("published_at", at.toString().replace("Z", ".000+00:00"));
        post.put("updated_at", at.toString().replace("Z", ".000+00:00"));
        post.put("url", server.url("/a-day-" + id + "/"));
        post.put("visibility", "public");
        post.put("authors", List.of(Map.of("name", "Robin Mead", "slug", "robin")));
        post.putAll(fields);
        posts.add(post);
        server.on(API + id + "/", Answer.json(json(Map.of("posts", List.of(post)))));
        return server.url(API + id + "/");
    }

    static String id(int number) {
        return "%024x".formatted(0xabc000L + number);
    }

    @Override
    public void edit(String postId, String text) {
        for (var post : posts) {
            if (postId.endsWith("/" + post.get("id") + "/")) {
                post.put("html", html(text));
                post.put("updated_at", "2026-11-03T08:00:00.000+00:00");
            }
        }
    }

    @Override
    public void delete(String postId) {
        posts.removeIf(p -> postId.endsWith("/" + p.get("id") + "/"));
        server.on(java.net.URI.create(postId).getPath(), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        posts.add(new HashMap<>(Map.of("id", "none", "title", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(API, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= posts.size(); i++) {
            server.on(API + id(i) + "/", answer);
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
        int size = Integer.parseInt(asked.query("limit"));
        int page = repeating ? 1 : Integer.parseInt(asked.query("page"));
        var sorted =
                posts.stream()
                        .sorted(Comparator.comparing(GhostStub::updated, Comparator.reverseOrder()))
                        .toList();
        int from = Math.min(sorted.size(), (page - 1) * size);
        var shown = sorted.subList(from, Math.min(sorted.size(), from + size));
        boolean more = repeating || from + size < sorted.size();
        var pagination = new HashMap<String, @org.jspecify.annotations.Nullable Object>();
        pagination.put("page", page);
        pagination.put("total", sorted.size());
        pagination.put("next", more ? page + 1 : null);
        return Answer.json(json(Map.of("posts", shown, "meta", Map.of("pagination", pagination))));
    }

    private static String updated(Map<String, Object> post) {
        return Objects.toString(post.get("updated_at"), "9");
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br>") + "</p>";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
