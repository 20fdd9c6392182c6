package org.handbell.ingest.source.tumblr;

import java.net.URI;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/// A stub of Tumblr's API v2 for one blog, after its published contract; never run against Tumblr
/// itself.
final class TumblrStub implements StubPlatform {

    static final String POSTS = "/v2/blog/robin-draws/posts";
    static final String LIKES = "/v2/blog/robin-draws/likes";
    private static final int PAGE = 20;

    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private final List<Map<String, Object>> liked = new ArrayList<>();
    private @Nullable Function<Asked, Answer> list;
    private @Nullable Answer single;
    private boolean repeating;
    private boolean alwaysMore;

    TumblrStub(StubServer server) {
        this.server = server;
        server.on(POSTS, this::answer);
        server.on(LIKES, Answer.status(403));
    }

    @Override
    public Source source(Web web) {
        return source(web, 0);
    }

    Source source(Web web, int likes) {
        var settings = new TumblrSettings(URI.create(server.url("")), likes);
        return new TumblrSource(settings, web, _ -> true);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.TUMBLR, "https://www.tumblr.com/robin-draws");
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("content", List.of(Map.of("type", "text", "text", text))));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        var id = Long.toString(7_000_000_000_000_000_000L + posts.size());
        var post = new HashMap<String, Object>();
        post.put("id_string", id);
        post.put("blog_name", "robin-draws");
        post.put("post_url", "https://robin-draws.tumblr.com/post/" + id);
        post.put("timestamp", at.getEpochSecond());
        post.put("date", at.toString().replace('T', ' ').replace("Z", " GMT"));
        post.put("state", "published");
        post.put("content", List.of());
        post.put("trail", List.of());
        post.put("tags", List.of());
        post.putAll(fields);
        posts.add(post);
        return TumblrPost.address(id);
    }

    /// Likes something, and shows likes to everybody from now on.
    void like(Instant at, Map<String, Object> fields) {
        var post = new HashMap<>(fields);
        post.put("liked_timestamp", at.getEpochSecond());
        liked.add(post);
        server.on(LIKES, Answer.json(json(Map.of("response", Map.of("liked_posts", liked)))));
    }

    @Override
    public void edit(String postId, String text) {
        for (var post : posts) {
            if (postId.equals(address(post))) {
                post.put("content", List.of(Map.of("type", "text", "text", text)));
            }
        }
    }

    @Override
    public void delete(String postId) {
        posts.removeIf(post -> postId.equals(address(post)));
    }

    @Override
    public void spoil(String marker) {
        posts.add(new HashMap<>(Map.of("slug", marker, "content", List.of())));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        list = answer;
    }

    @Override
    public void answerPostWith(Answer answer) {
        single = answer;
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    /// Promises a next page even on the last one.
    void promiseMoreAlways() {
        alwaysMore = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer answer(Asked asked) {
        if (!asked.query("id").isEmpty()) {
            return single == null ? found(asked.query("id")) : single;
        }
        return list == null ? page(asked) : list.apply(asked);
    }

    private Answer found(String id) {
        return posts.stream()
                .filter(post -> id.equals(post.get("id_string")))
                .findFirst()
                .map(post -> Answer.json(json(Map.of("response", Map.of("posts", List.of(post))))))
                .orElse(Answer.status(404));
    }

    private Answer page(Asked asked) {
        var before = asked.query("before");
        long until = before.isEmpty() || repeating ? Long.MAX_VALUE : Long.parseLong(before);
        var all =
                posts.stream()
                        .filter(post -> at(post) < until)
                        .sorted(Comparator.comparingLong(TumblrStub::at).reversed())
                        .toList();
        var response = new HashMap<String, Object>();
        response.put("posts", all.stream().limit(PAGE).toList());
        response.put("total_posts", posts.size());
        if (all.size() > PAGE || repeating || alwaysMore) {
            response.put("_links", Map.of("next", Map.of("href", "/v2/next", "method", "GET")));
        }
        return Answer.json(json(Map.of("meta", Map.of("status", 200), "response", response)));
    }

    /// What has no time of its own is shown among the newest.
    private static long at(Map<String, Object> post) {
        return post.get("timestamp") instanceof Long at ? at : 1_793_620_830L;
    }

    private static String address(Map<String, Object> post) {
        return TumblrPost.address(String.valueOf(post.get("id_string")));
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
