package org.handbell.ingest.source.facebook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.graph.GraphStub;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of the Graph API for one Page, from its published contract.
final class FacebookStub extends GraphStub {

    static final String PAGE = "1000077";
    private static final int LENGTH = 50;

    FacebookStub(StubServer server) {
        super(server, "v25.0", PAGE);
        server.on(listPath(), this::list);
        server.on(path("hedge.school"), Answer.json("{\"id\":\"" + PAGE + "\"}"));
    }

    @Override
    public Source source(Web web) {
        return new FacebookSource(
                new FacebookSettings(URI.create(server.url("/")), "v25.0", "published_posts", 20),
                web);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.FACEBOOK, PAGE);
    }

    /// Puts comments under a post, and says how many there are.
    void comments(String postId, List<Map<String, Object>> comments) {
        comments(postId, comments.size(), json(list(comments, "")));
    }

    void comments(String postId, int count, Answer answer) {
        entries.stream()
                .filter(entry -> idOf(postId).equals(entry.get("id")))
                .forEach(entry ->
                        entry.put(
                                "comments",
                                Map.of(
                                        "data",
                                        List.of(),
                                        "summary",
                                        Map.of("total_count", count))));
        server.on(path(idOf(postId) + "/comments"), answer);
    }

    @Override
    protected Map<String, Object> entry(String text, Instant at, String id) {
        return Map.of(
                "id",
                id,
                "message",
                text,
                "created_time",
                time(at),
                "permalink_url",
                "https://www.facebook.com/hedge.school/posts/" + id,
                "is_published",
                true,
                "from",
                Map.of("id", PAGE, "name", "Hedge School"));
    }

    @Override
    protected String textField() {
        return "message";
    }

    @Override
    protected String timeField() {
        return "created_time";
    }

    @Override
    protected String uri(String id) {
        return "https://www.facebook.com/" + id;
    }

    @Override
    protected String idOf(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Override
    protected String id(int number) {
        return PAGE + "_" + (5000 + number);
    }

    @Override
    protected String listPath() {
        return path(PAGE + "/published_posts");
    }

    @Override
    public int pageSize() {
        return LENGTH;
    }

    private Answer list(Asked asked) {
        return json(page(asked.query("after"), Integer.parseInt(asked.query("limit"))));
    }
}
