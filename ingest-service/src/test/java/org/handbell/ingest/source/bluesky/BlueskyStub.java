package org.handbell.ingest.source.bluesky;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

/// Directory, resolver and personal data server in one, after the lexicons of com.atproto.
final class BlueskyStub implements StubPlatform {

    static final String DID = "did:plc:robinrobinrobinrobin2345";
    static final String HANDLE = "robin.bsky.example";

    private static final int PAGE = 100;
    private static final String LIST = "/xrpc/com.atproto.repo.listRecords";
    private static final String RECORD = "/xrpc/com.atproto.repo.getRecord";

    private final StubServer server;
    private final List<Map<String, Object>> records = new CopyOnWriteArrayList<>();
    private final Map<String, String> handles = new HashMap<>(Map.of(HANDLE, DID));
    private boolean repeating;

    BlueskyStub(StubServer server) {
        this.server = server;
        server.on("/xrpc/com.atproto.identity.resolveHandle", this::resolve);
        server.on(LIST, this::list);
        server.on(RECORD, this::record);
        name(DID, HANDLE);
    }

    /// Publishes a DID document with this server as its home.
    void name(String did, String handle) {
        handles.put(handle, did);
        server.on("/" + did, Answer.json(json(document(did, handle))));
    }

    private Map<String, Object> document(String did, String handle) {
        return Map.of(
                "id", did,
                "alsoKnownAs", List.of("at://" + handle),
                "service",
                        List.of(
                                Map.of(
                                        "id", "#atproto_pds",
                                        "type", "AtprotoPersonalDataServer",
                                        "serviceEndpoint", server.url(""))));
    }

    void moveHandle(String handle, String did) {
        handles.put(handle, did);
    }

    BlueskySettings settings() {
        return new BlueskySettings(
                server.uri(""), server.uri(""), URI.create("https://bsky.app"), 50, false, null, 1);
    }

    @Override
    public Source source(Web web) {
        return new BlueskySource(settings(), web, Followed.NOBODY);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.BLUESKY, "@" + HANDLE);
    }

    @Override
    public String post(String text, Instant at) {
        return add(AtUri.POST, Map.of("text", text, "createdAt", at.toString()));
    }

    String add(String collection, Map<String, Object> value) {
        return add(DID, collection, value);
    }

    /// Adds a record under the next key in time.
    String add(String did, String collection, Map<String, Object> value) {
        var uri = "at://" + did + "/" + collection + "/" + key(records.size());
        records.add(new HashMap<>(Map.of("uri", uri, "cid", "bafy0", "value", value)));
        return uri;
    }

    @Override
    public void edit(String postId, String text) {
        for (var record : records) {
            if (postId.equals(record.get("uri"))) {
                record.put("cid", "bafy1");
                record.put("value", Map.of("text", text, "createdAt", "2026-11-02T12:00:00Z"));
            }
        }
    }

    @Override
    public void delete(String postId) {
        records.removeIf(r -> postId.equals(r.get("uri")));
    }

    @Override
    public void spoil(String marker) {
        add(AtUri.POST, Map.of("text", marker, "createdAt", "tomorrow"));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(LIST, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        server.on(RECORD, answer);
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer resolve(Asked asked) {
        var did = handles.get(asked.query("handle"));
        return did == null ? error("InvalidRequest") : Answer.json(json(Map.of("did", did)));
    }

    private Answer list(Asked asked) {
        var prefix = "at://" + asked.query("repo") + "/" + asked.query("collection") + "/";
        var cursor = repeating ? "" : asked.query("cursor");
        var page =
                records.stream()
                        .filter(r -> uri(r).startsWith(prefix))
                        .sorted(Comparator.comparing(BlueskyStub::uri).reversed())
                        .filter(r -> cursor.isEmpty() || uri(r).compareTo(prefix + cursor) < 0)
                        .limit(PAGE)
                        .toList();
        var answer = new HashMap<String, Object>(Map.of("records", page));
        if (!page.isEmpty()) {
            answer.put("cursor", uri(page.getLast()).substring(prefix.length()));
        }
        return Answer.json(json(answer));
    }

    private Answer record(Asked asked) {
        var uri =
                "at://"
                        + asked.query("repo")
                        + "/"
                        + asked.query("collection")
                        + "/"
                        + asked.query("rkey");
        return records.stream()
                .filter(r -> uri(r).equals(uri))
                .findFirst()
                .map(r -> Answer.json(json(r)))
                .orElseGet(() -> error("RecordNotFound"));
    }

    private static Answer error(String name) {
        return Answer.json(json(Map.of("error", name, "message", "not here"))).withStatus(400);
    }

    private static String uri(Map<String, Object> record) {
        return String.valueOf(record.get("uri"));
    }

    /// A key of the year 2026 that grows with the number.
    private static String key(int number) {
        var digits = "234567abcdefghijklmnopqrstuvwxyz";
        return "3m"
                + "22222"
                + digits.charAt(number / 1024 % 32)
                + digits.charAt(number / 32 % 32)
                + digits.charAt(number % 32)
                + "222";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
