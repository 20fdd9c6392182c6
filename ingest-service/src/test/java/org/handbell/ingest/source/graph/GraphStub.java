package org.handbell.ingest.source.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of the Graph API, from its published contract: lists with cursors, objects by their id,
/// and errors as JSON bodies. All that it says is made up here.
public abstract class GraphStub implements StubPlatform {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    protected final StubServer server;
    protected final List<Map<String, Object>> entries = new ArrayList<>();
    private final String version;
    private final String account;
    private boolean repeating;

    protected GraphStub(StubServer server, String version, String account) {
        this.server = server;
        this.version = version;
        this.account = account;
        server.on(path(account), Answer.json("{\"id\":\"" + account + "\"}"));
    }

    /// The platform's own names of the fields that every entry has.
    protected abstract Map<String, Object> entry(String text, Instant at, String id);

    protected abstract String textField();

    protected abstract String timeField();

    /// The URI that the source makes of an id.
    protected abstract String uri(String id);

    protected abstract String idOf(String uri);

    protected abstract String id(int number);

    /// Where the list of entries is asked for.
    protected abstract String listPath();

    @Override
    public String post(String text, Instant at) {
        return add(text, at, Map.of());
    }

    /// Adds an entry with these fields over the usual ones.
    public String add(String text, Instant at, Map<String, Object> fields) {
        var id = id(entries.size());
        var entry = new HashMap<>(entry(text, at, id));
        entry.putAll(fields);
        entries.add(entry);
        server.on(path(id), Answer.json("{\"id\":\"" + id + "\"}"));
        return uri(id);
    }

    @Override
    public void edit(String postId, String text) {
        entries.stream()
                .filter(entry -> idOf(postId).equals(entry.get("id")))
                .forEach(entry -> entry.put(textField(), text));
    }

    @Override
    public void delete(String postId) {
        entries.removeIf(entry -> idOf(postId).equals(entry.get("id")));
        server.on(path(idOf(postId)), error(100, 33));
    }

    @Override
    public void spoil(String marker) {
        entries.add(new HashMap<>(Map.of(textField(), marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(listPath(), answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i < 3; i++) {
            server.on(path(id(i)), answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    /// The account can no longer be seen with this token.
    public void hideAccount() {
        server.on(path(account), error(100, 33));
    }

    public String path(String below) {
        return "/" + version + "/" + below;
    }

    /// A page of the entries, newest first.
    protected Map<String, Object> page(String after, int limit) {
        int from = repeating || after.isEmpty() ? 0 : Integer.parseInt(after);
        var sorted =
                entries.stream()
                        .sorted(Comparator.comparing(this::timeOf).reversed())
                        .skip(from)
                        .limit(limit)
                        .toList();
        boolean more = repeating || from + limit < entries.size();
        return list(sorted, more ? Integer.toString(from + limit) : "");
    }

    /// A list as the API gives it; the address of its next page holds the token, and must never be
    /// asked.
    public static Map<String, Object> list(List<?> data, String after) {
        return after.isEmpty()
                ? Map.of("data", data)
                : Map.of(
                        "data",
                        data,
                        "paging",
                        Map.of(
                                "cursors",
                                Map.of("before", "b", "after", after),
                                "next",
                                "https://graph.example/?access_token=x"));
    }

    public static Answer error(int code, int subcode) {
        return Answer.json(
                        "{\"error\":{\"message\":\"(#"
                                + code
                                + ") about 1000077 of robin\",\"type\":\"OAuthException\",\"code\":"
                                + code
                                + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode)
                                + ",\"fbtrace_id\":\"A\"}}")
                .withStatus(400);
    }

    public static Answer json(Object value) {
        return Answer.json(Json.mapper().writeValueAsString(value));
    }

    protected static String time(Instant at) {
        return TIME.format(at);
    }

    private String timeOf(Map<String, Object> entry) {
        return String.valueOf(entry.getOrDefault(timeField(), "9"));
    }
}
