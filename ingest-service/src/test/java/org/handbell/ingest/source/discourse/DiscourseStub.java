package org.handbell.ingest.source.discourse;

import java.time.Instant;
import java.util.ArrayList;
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

/// A stub of a Discourse forum that follows its published interface: windows of post numbers,
/// topics with a stream of numbers, and what a person did.
final class DiscourseStub implements StubPlatform {

    static final String POSTS = "/posts.json";

    private static final int WINDOW = 50;
    private static final int TOPIC = 7;

    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private int number;
    private boolean repeating;

    DiscourseStub(StubServer server) {
        this.server = server;
        server.on(POSTS, this::window);
        server.on("/t/" + TOPIC + ".json", this::topic);
        server.on("/t/" + TOPIC + "/posts.json", this::batch);
        server.on("/user_actions.json", this::actions);
    }

    @Override
    public Source source(Web web) {
        return new DiscourseSource(web);
    }

    @Override
    public Registered account() {
        return account(POSTS, Kind.GROUP);
    }

    Registered account(String path, Kind kind) {
        return Accounts.at(Platform.FORUM, server.url(path), kind);
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("cooked", html(text)));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        number++;
        var post = new HashMap<String, Object>();
        post.put("id", number);
        post.put("username", "robin");
        post.put("created_at", at.toString());
        post.put("updated_at", at.plusSeconds(30).toString());
        post.put("cooked", "");
        post.put("version", 1);
        post.put("topic_id", TOPIC);
        post.put("topic_title", "Hens");
        post.put("post_number", number);
        post.putAll(fields);
        posts.add(post);
        server.on("/posts/" + number + ".json", _ -> Answer.json(json(post)));
        return server.url("/p/" + number);
    }

    /// Spends numbers on what strangers do not see.
    void skip(int numbers) {
        number += numbers;
    }

    @Override
    public void edit(String postId, String text) {
        var post = find(postId);
        post.put("cooked", html(text));
        post.put("version", 2);
        post.put("updated_at", "2026-11-03T08:00:00.000Z");
    }

    /// The author takes a post back; it stays for a day as an empty shell.
    void takeBack(String postId) {
        find(postId).put("user_deleted", true);
    }

    @Override
    public void delete(String postId) {
        posts.remove(find(postId));
        server.on("/posts/" + postId.replaceFirst(".*/", "") + ".json", Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        number++;
        posts.add(new HashMap<>(Map.of("id", number, "cooked", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(POSTS, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= number; i++) {
            server.on("/posts/" + i + ".json", answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return WINDOW;
    }

    private Answer window(Asked asked) {
        var before = asked.query("before");
        int top = repeating || before.isEmpty() ? number : Integer.parseInt(before);
        return Answer.json(json(Map.of("latest_posts", shown(n -> n <= top && n > top - WINDOW))));
    }

    private Answer topic(Asked asked) {
        var all = posts.stream().map(p -> p.get("id")).toList();
        var stream = Map.of("posts", posts.stream().limit(20).toList(), "stream", all);
        return Answer.json(json(Map.of("title", "Hens", "post_stream", stream)));
    }

    /// The stub keeps the last of equal parameters alone, so a batch is what was asked at the end:
    /// it answers with every post from there on that belongs to the same twenty.
    private Answer batch(Asked asked) {
        int last = Integer.parseInt(asked.query("post_ids%5B%5D"));
        var stream = Map.of("posts", shown(n -> Math.abs(n - last) < 20));
        return Answer.json(json(Map.of("post_stream", stream)));
    }

    private Answer actions(Asked asked) {
        int offset = Integer.parseInt(asked.query("offset"));
        var actions =
                shown(n -> true).stream()
                        .filter(p -> asked.query("username").equals(p.get("username")))
                        .skip(offset)
                        .limit(30)
                        .map(p ->
                                Map.of("post_id", get(p, "id"), "topic_id", TOPIC, "title", "Hens"))
                        .toList();
        return Answer.json(json(Map.of("user_actions", actions)));
    }

    private List<Map<String, Object>> shown(java.util.function.IntPredicate which) {
        return posts.reversed().stream().filter(p -> which.test((int) get(p, "id"))).toList();
    }

    private static Object get(Map<String, Object> post, String field) {
        return Objects.requireNonNull(post.get(field));
    }

    private Map<String, Object> find(String postId) {
        int id = Integer.parseInt(postId.replaceFirst(".*/", ""));
        return posts.stream().filter(p -> get(p, "id").equals(id)).findFirst().orElseThrow();
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br>") + "</p>";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
