package org.handbell.ingest.source.x;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;
import org.jspecify.annotations.Nullable;

/// A stub of X's API v2 for one account, after its published contract; never run against X itself.
final class XStub implements StubPlatform {

    static final String LIST = "/2/users/77/tweets";
    static final String LOOKUP = "/2/users/by/username/robin_teaches";

    final SettableClock clock = new SettableClock();
    final MeterRegistry registry = new SimpleMeterRegistry();
    private final StubServer server;
    private final List<Map<String, Object>> posts = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> includes = new HashMap<>();
    private @Nullable Answer single;
    private boolean repeating;
    private int made;

    XStub(StubServer server) {
        this.server = server;
        server.on(LOOKUP, Answer.json("{\"data\":{\"id\":\"77\",\"username\":\"robin_teaches\"}}"));
        server.on(LIST, this::list);
    }

    @Override
    public Source source(Web web) {
        return source(web, "1000", Duration.ZERO);
    }

    Source source(Web web, String budget, Duration sweepEvery) {
        var settings =
                new XSettings(
                        URI.create(server.url("/")),
                        new BigDecimal(budget),
                        new BigDecimal("0.005"),
                        new BigDecimal("0.010"),
                        sweepEvery);
        return XConfiguration.source(settings, web, _ -> true, new XMetrics(registry), clock);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.X, "@robin_teaches");
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("text", escaped(text)));
    }

    /// Adds a post with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        var id = id(at);
        var post = new HashMap<String, Object>();
        post.put("id", id);
        post.put("text", "");
        post.put("created_at", at.toString());
        post.put("lang", "en");
        post.put("edit_history_tweet_ids", List.of(id));
        post.putAll(fields);
        posts.add(post);
        server.on("/2/tweets/" + id, _ -> single(post));
        return XPost.address(id);
    }

    /// Shows something beside the posts.
    void include(String kind, Map<String, Object> what) {
        includes.computeIfAbsent(kind, _ -> new ArrayList<>()).add(what);
    }

    String id(Instant at) {
        long time = at.toEpochMilli() - 1_288_834_974_657L;
        return Long.toString((time << 22) | made++);
    }

    @Override
    public void edit(String postId, String text) {
        var old = found(postId).orElseThrow();
        var first = String.valueOf(old.get("id"));
        var at = Instant.parse(String.valueOf(old.get("created_at"))).plusSeconds(90);
        var id = id(at);
        posts.remove(old);
        var edited = new HashMap<>(old);
        edited.put("id", id);
        edited.put("text", escaped(text));
        edited.put("created_at", at.toString());
        edited.put("edit_history_tweet_ids", List.of(first, id));
        posts.add(edited);
    }

    @Override
    public void delete(String postId) {
        found(postId).ifPresent(posts::remove);
        var id = postId.substring(postId.lastIndexOf('/') + 1);
        server.on("/2/tweets/" + id, _ -> single == null ? error("Not Found Error") : single);
    }

    @Override
    public void spoil(String marker) {
        posts.add(new HashMap<>(Map.of("text", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(LIST, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        single = answer;
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return 100;
    }

    /// As X says, with a status of 200, that it does not show something.
    static Answer error(String title) {
        var kind =
                title.equals("Not Found Error")
                        ? "resource-not-found"
                        : "not-authorized-for-resource";
        return Answer.json(
                json(
                        Map.of(
                                "errors",
                                List.of(
                                        Map.of(
                                                "title",
                                                title,
                                                "type",
                                                "https://api.twitter.com/2/problems/" + kind,
                                                "resource_type",
                                                "tweet")))));
    }

    Answer list(Asked asked) {
        int from =
                repeating || asked.query("pagination_token").isEmpty()
                        ? 0
                        : Integer.parseInt(asked.query("pagination_token"));
        int most = Integer.parseInt(asked.query("max_results"));
        var all =
                posts.stream()
                        .filter(p -> isAsked(asked, p))
                        .sorted(Comparator.comparing(XStub::idOf, Snowflake.ORDER).reversed())
                        .toList();
        int to = Math.min(all.size(), from + most);
        var answer = new HashMap<String, Object>();
        var meta = new HashMap<String, Object>(Map.of("result_count", to - from));
        if (to < all.size()) {
            meta.put("next_token", Integer.toString(to));
        }
        answer.put("meta", meta);
        if (to > from) {
            answer.put("data", all.subList(from, to));
            answer.put("includes", includes);
        }
        return Answer.json(json(answer));
    }

    private static boolean isAsked(Asked asked, Map<String, Object> post) {
        var since = asked.query("since_id");
        var start = asked.query("start_time");
        var at = String.valueOf(post.getOrDefault("created_at", "9999-01-01T00:00:00Z"));
        return (since.isEmpty() || Snowflake.ORDER.compare(idOf(post), since) > 0)
                && (start.isEmpty()
                        || !at.startsWith("2")
                        || !Instant.parse(at).isBefore(Instant.parse(start)));
    }

    private Answer single(Map<String, Object> post) {
        return single == null ? Answer.json(json(Map.of("data", post))) : single;
    }

    private Optional<Map<String, Object>> found(String postId) {
        return posts.stream().filter(p -> postId.equals(XPost.address(idOf(p)))).findFirst();
    }

    private static String idOf(Map<String, Object> post) {
        return String.valueOf(post.getOrDefault("id", "9".repeat(19)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
