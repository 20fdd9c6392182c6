package org.handbell.ingest.source.wordpress;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
import org.handbell.ingest.source.rss.Feeds;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of a WordPress site that follows the published REST API for posts and comments.
final class WordPressStub implements StubPlatform {

    static final String POSTS = "/wp-json/wp/v2/posts";
    static final String COMMENTS = "/wp-json/wp/v2/comments";

    private static final int PAGE = 50;
    private static final String FORBIDDEN = "{\"code\":\"rest_forbidden\",\"message\":\"no\"}";

    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private final List<Map<String, Object>> comments = new ArrayList<>();
    private boolean repeating;

    WordPressStub(StubServer server) {
        this.server = server;
        server.on(POSTS, this::posts);
        server.on(COMMENTS, this::comments);
    }

    @Override
    public Source source(Web web) {
        return new WordPressSource(web, Feeds.over(web));
    }

    @Override
    public Registered account() {
        return account(Kind.PERSONAL);
    }

    Registered account(Kind kind) {
        return Accounts.at(Platform.BLOG, server.url("/wp-json/"), kind);
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("content", Map.of("rendered", html(text), "protected", false)));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        int id = posts.size() + 1;
        var guid = server.url("/?p=" + id);
        var post = new HashMap<String, Object>();
        post.put("id", id);
        post.put("date", gmt(at.plusSeconds(3600)));
        post.put("date_gmt", gmt(at));
        post.put("modified_gmt", gmt(at));
        post.put("status", "publish");
        post.put("link", server.url("/2026/a-day-" + id + "/"));
        post.put("title", Map.of("rendered", "A day"));
        post.put("content", Map.of("rendered", "", "protected", false));
        post.put("_embedded", Map.of("author", List.of(Map.of("id", 2, "name", "Robin Mead"))));
        post.putAll(fields);
        posts.add(post);
        server.on(POSTS + "/" + id, Answer.json("{\"id\":" + id + "}"));
        return guid;
    }

    /// Adds a comment under a post.
    String comment(String postId, String text, Instant at) {
        int id = comments.size() + 1;
        var number = number(postId);
        var comment = new HashMap<String, Object>();
        comment.put("id", id);
        comment.put("post", number);
        comment.put("author_name", "Jo Visitor");
        comment.put("date", gmt(at.plusSeconds(3600)));
        comment.put("date_gmt", gmt(at));
        comment.put("link", server.url("/2026/a-day-" + number + "/#comment-" + id));
        comment.put("content", Map.of("rendered", html(text)));
        comment.put("status", "approved");
        comment.put("type", "comment");
        comments.add(comment);
        server.on(COMMENTS + "/" + id, Answer.json("{\"id\":" + id + "}"));
        return server.url("/?p=" + number + "#comment-" + id);
    }

    void editComment(int id, String text) {
        comments.get(id - 1).put("content", Map.of("rendered", html(text)));
    }

    void deleteComment(int id) {
        comments.removeIf(c -> Objects.equals(c.get("id"), id));
        server.on(COMMENTS + "/" + id, Answer.status(404));
    }

    /// A note that another site links here.
    void pingback() {
        comment(server.url("/?p=1"), "[...] they say [...]", Instant.EPOCH);
        comments.getLast().put("type", "pingback");
    }

    @Override
    public void edit(String postId, String text) {
        var post = find(postId);
        post.put("content", Map.of("rendered", html(text), "protected", false));
        post.put("modified_gmt", "2026-11-03T08:00:00");
    }

    @Override
    public void delete(String postId) {
        posts.removeIf(p -> Objects.equals(p.get("id"), number(postId)));
        server.on(POSTS + "/" + number(postId), Answer.status(404));
    }

    /// Puts a post into the bin.
    void trash(String postId) {
        posts.removeIf(p -> Objects.equals(p.get("id"), number(postId)));
        server.on(POSTS + "/" + number(postId), Answer.json(FORBIDDEN).withStatus(401));
    }

    @Override
    public void spoil(String marker) {
        posts.add(
                new HashMap<>(
                        Map.of(
                                "id",
                                "many",
                                "title",
                                Map.of("rendered", marker),
                                "status",
                                "publish")));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(POSTS, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= posts.size() + 1; i++) {
            server.on(POSTS + "/" + i, answer);
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

    Answer posts(Asked asked) {
        return page(asked, posts, "modified_gmt");
    }

    private Answer comments(Asked asked) {
        return page(asked, comments, "date_gmt");
    }

    /// Without permalinks the interface is reached by a parameter of the front page.
    void reachByParameterAlone() {
        answerListWith(_ -> Answer.status(404));
        server.on(
                "/",
                asked ->
                        switch (asked.query("rest_route")) {
                            case "/wp/v2/posts" -> posts(asked);
                            case "/wp/v2/comments" -> comments(asked);
                            default -> Answer.status(404);
                        });
    }

    private Answer page(Asked asked, List<Map<String, Object>> all, String order) {
        if (!asked.query("include").isEmpty()) {
            return Answer.json(json(all.stream().filter(r -> isAsked(asked, r)).toList()));
        }
        int size = Integer.parseInt(asked.query("per_page"));
        int page = repeating ? 1 : Integer.parseInt(asked.query("page"));
        int pages = Math.max(1, (all.size() + size - 1) / size);
        if (page > pages) {
            return Answer.json("{\"code\":\"rest_post_invalid_page_number\"}").withStatus(400);
        }
        var sorted =
                all.stream()
                        .sorted(Comparator.comparing(r -> at(r, order), Comparator.reverseOrder()))
                        .toList();
        var shown = sorted.subList((page - 1) * size, Math.min(sorted.size(), page * size));
        return Answer.json(json(shown))
                .with("X-WP-Total", Integer.toString(all.size()))
                .with("X-WP-TotalPages", Integer.toString(repeating ? 99 : pages));
    }

    private static String at(Map<String, Object> row, String order) {
        return String.valueOf(row.getOrDefault(order, "9"));
    }

    private static boolean isAsked(Asked asked, Map<String, Object> row) {
        return asked.query("include").equals(String.valueOf(row.get("id")));
    }

    private Map<String, Object> find(String postId) {
        return posts.stream()
                .filter(p -> Objects.equals(p.get("id"), number(postId)))
                .findFirst()
                .orElseThrow();
    }

    private static int number(String postId) {
        return Integer.parseInt(postId.replaceFirst(".*=", ""));
    }

    private static String gmt(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .withNano(0)
                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br />") + "</p>";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
