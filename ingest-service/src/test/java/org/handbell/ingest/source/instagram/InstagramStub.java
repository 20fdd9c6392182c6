package org.handbell.ingest.source.instagram;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.graph.GraphStub;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;
import org.jspecify.annotations.Nullable;

/// A stub of Instagram's part of the Graph API for one account, from its published contract: the
/// trust's own, or another that is found by its name.
final class InstagramStub extends GraphStub {

    static final String OWN = "17840000001000077";
    private static final int LENGTH = 50;
    private static final Pattern DISCOVERY =
            Pattern.compile(
                    "business_discovery\\.username\\((\\w+)\\)"
                            + "\\{media\\.limit\\((\\d+)\\)(?:\\.after\\((\\d+)\\))?\\{.*}}");

    private final boolean found;

    InstagramStub(StubServer server, boolean found) {
        super(server, "v25.0", OWN);
        this.found = found;
        server.on(listPath(), found ? this::discovery : this::list);
    }

    @Override
    public Source source(Web web) {
        return source(web, found ? OWN : null);
    }

    Source source(Web web, @Nullable String discoverWith) {
        return new InstagramSource(
                new InstagramSettings(URI.create(server.url("")), "v25.0", discoverWith, 20), web);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.INSTAGRAM, found ? "@robin_hedge" : OWN);
    }

    void comments(String postId, List<Map<String, Object>> comments) {
        entries.stream()
                .filter(entry -> idOf(postId).equals(entry.get("id")))
                .forEach(entry -> entry.put("comments_count", comments.size()));
        server.on(path(idOf(postId) + "/comments"), json(list(comments, "")));
    }

    @Override
    protected Map<String, Object> entry(String text, Instant at, String id) {
        return Map.of(
                "id",
                id,
                "caption",
                text,
                "media_type",
                "IMAGE",
                "media_url",
                "https://f.example.org/" + id + ".jpg",
                "permalink",
                "https://www.instagram.com/p/" + id + "/",
                "timestamp",
                time(at),
                "username",
                "robin_hedge");
    }

    @Override
    protected String textField() {
        return "caption";
    }

    @Override
    protected String timeField() {
        return "timestamp";
    }

    @Override
    protected String uri(String id) {
        return "https://graph.instagram.com/" + id;
    }

    @Override
    protected String idOf(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Override
    protected String id(int number) {
        return Long.toString(17_900_000_000_000_000L + number);
    }

    @Override
    protected String listPath() {
        return path(found ? OWN : OWN + "/media");
    }

    @Override
    public int pageSize() {
        return LENGTH;
    }

    private Answer list(Asked asked) {
        return json(page(asked.query("after"), Integer.parseInt(asked.query("limit"))));
    }

    private Answer discovery(Asked asked) {
        var question = DISCOVERY.matcher(asked.query("fields"));
        if (!question.matches() || !question.group(1).equals("robin_hedge")) {
            return error(110, 2_207_013);
        }
        var after = question.group(3) == null ? "" : question.group(3);
        return json(
                Map.of(
                        "business_discovery",
                        entries.isEmpty()
                                ? Map.of("id", "9")
                                : Map.of("id", "9", "media", cursors(after, question.group(2))),
                        "id",
                        OWN));
    }

    /// Without the address of a next page.
    private Map<String, Object> cursors(String after, String limit) {
        var page = page(after, Integer.parseInt(limit));
        return page.get("paging") instanceof Map<?, ?> paging
                ? Map.of(
                        "data",
                        page.getOrDefault("data", List.of()),
                        "paging",
                        Map.of(
                                "cursors",
                                paging.containsKey("cursors") ? paging.get("cursors") : ""))
                : page;
    }
}
