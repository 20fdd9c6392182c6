package org.handbell.ingest.source.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/// A server that follows Mastodon's documented REST API for one account, ids growing with time as
/// Mastodon's do.
final class MastodonStub implements StubPlatform {

    private static final int PAGE = 40;
    private static final String STATUSES = "/api/v1/accounts/77/statuses";

    private final StubServer server;
    private final SettableClock clock = new SettableClock();
    private final List<Map<String, Object>> statuses = new ArrayList<>();
    private final Map<String, Object> profile = new HashMap<>(Map.of("id", "77", "acct", "robin"));
    private int length = PAGE;
    private final Map<String, Map<Object, Object>> histories = new HashMap<>();
    private boolean repeating;
    private boolean inclusive;

    MastodonStub(StubServer server) {
        this.server = server;
        server.on("/api/v1/accounts/lookup", this::lookup);
        server.on(STATUSES, this::list);
    }

    @Override
    public Source source(Web web) {
        return new MastodonSource(web, clock);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.MASTODON, server.url("/@robin"));
    }

    @Override
    public String post(String text, Instant at) {
        return add(at, Map.of("content", html(text)));
    }

    /// Adds a status with these fields over the usual ones.
    String add(Instant at, Map<String, Object> fields) {
        var id = "%012d%04d".formatted(at.getEpochSecond(), statuses.size());
        var status = new HashMap<String, Object>();
        status.put("id", id);
        status.put("uri", server.url("/users/robin/statuses/" + id));
        status.put("url", server.url("/@robin/" + id));
        status.put("created_at", at.toString());
        status.put("visibility", "public");
        status.put("spoiler_text", "");
        status.put("content", "");
        status.put("language", "en");
        status.put("account", Map.of("id", "77", "acct", "robin"));
        status.put("media_attachments", List.of());
        status.put("mentions", List.of());
        status.putAll(fields);
        statuses.add(status);
        server.on("/api/v1/statuses/" + id, Answer.json(json(status)));
        return String.valueOf(status.get("uri"));
    }

    @Override
    public void edit(String postId, String text) {
        edit(postId, text, Instant.parse("2026-11-03T08:00:00Z"));
    }

    /// Edits at a time; the history of the status grows by how it is then.
    void edit(String postId, String text, Instant at) {
        for (var status : statuses) {
            if (postId.equals(status.get("uri"))) {
                history(status).putIfAbsent(status.get("created_at"), revision(status, null));
                status.put("content", html(text));
                status.put("edited_at", at.toString());
                history(status).put(at.toString(), revision(status, at));
                show(status);
            }
        }
    }

    /// Changes the fields of a status without an edit, as votes do.
    void change(String postId, Map<String, Object> fields) {
        for (var status : statuses) {
            if (postId.equals(status.get("uri"))) {
                status.putAll(fields);
                show(status);
            }
        }
    }

    /// As software does that keeps no history.
    void answerHistoriesWith(Answer answer) {
        statuses.forEach(s -> server.on("/api/v1/statuses/" + id(s) + "/history", answer));
    }

    /// Says something more of the account itself.
    void say(String field, Object value) {
        profile.put(field, value);
    }

    /// Has pages of this length, whatever is asked for.
    void ignoreLimit(int length) {
        this.length = length;
    }

    SettableClock clock() {
        return clock;
    }

    private Map<Object, Object> history(Map<String, Object> status) {
        return histories.computeIfAbsent(id(status), _ -> new LinkedHashMap<>());
    }

    private static Map<String, Object> revision(Map<String, Object> status, @Nullable Instant at) {
        var revision = new HashMap<String, Object>();
        for (var field : List.of("content", "spoiler_text", "media_attachments", "account")) {
            revision.put(field, status.getOrDefault(field, ""));
        }
        revision.put("created_at", at == null ? status.get("created_at") : at.toString());
        return revision;
    }

    private void show(Map<String, Object> status) {
        var path = "/api/v1/statuses/" + id(status);
        server.on(path, Answer.json(json(status)));
        server.on(path + "/history", Answer.json(json(history(status).values())));
    }

    @Override
    public void delete(String postId) {
        statuses.removeIf(s -> postId.equals(s.get("uri")));
        server.on(path(postId), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        statuses.add(new HashMap<>(Map.of("content", marker, "visibility", "public")));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(STATUSES, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i < 3; i++) {
            server.on("/api/v1/statuses/" + "%012d%04d".formatted(1793620800L, i), answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    /// As snac2 does: the status that `max_id` names is shown again.
    void takeMaxIdAsInclusive() {
        inclusive = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer lookup(Asked asked) {
        return asked.query("acct").equals("robin")
                ? Answer.json(json(profile))
                : Answer.status(404);
    }

    private Answer list(Asked asked) {
        var max = repeating ? "" : asked.query("max_id");
        var page =
                statuses.stream()
                        .sorted(Comparator.comparing(MastodonStub::id).reversed())
                        .filter(s -> max.isEmpty() || comesAfter(max, s))
                        .limit(length)
                        .toList();
        return Answer.json(json(page));
    }

    private boolean comesAfter(String max, Map<String, Object> status) {
        int order = id(status).compareTo(max);
        return order < 0 || (inclusive && order == 0);
    }

    private static String id(Map<String, Object> status) {
        return String.valueOf(status.getOrDefault("id", "9"));
    }

    private static String path(String postId) {
        return "/api/v1/statuses/" + postId.substring(postId.lastIndexOf('/') + 1);
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br />") + "</p>";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
