package org.handbell.ingest.source.activitypub;

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
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of a server that follows the published ActivityPub and Activity Vocabulary for one actor,
/// with pages that begin at `first`.
final class ActivityPubStub implements StubPlatform {

    static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";

    private static final int PAGE = 15;
    private static final String ACTOR = "/actors/robin";
    private static final String OUTBOX = ACTOR + "/outbox";

    private final StubServer server;
    private final SettableClock clock = new SettableClock();
    private final Map<String, Object> actor = new HashMap<>();
    private final List<Map<String, Object>> activities = new ArrayList<>();
    private boolean repeating;
    private boolean inlined;

    ActivityPubStub(StubServer server) {
        this.server = server;
        actor.put("id", server.url(ACTOR));
        actor.put("type", "Person");
        actor.put("outbox", server.url(OUTBOX));
        server.on(ACTOR, _ -> Answer.json(json(actor)));
        server.on(OUTBOX, this::outbox);
        server.on("/.well-known/webfinger", this::webFinger);
    }

    @Override
    public Source source(Web web) {
        return new ActivityPubSource(web, clock);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.MASTODON, server.url(ACTOR));
    }

    @Override
    public String post(String text, Instant at) {
        return add("Note", at, Map.of("content", html(text)));
    }

    /// Adds an object with these fields over the usual ones, and the activity that made it.
    String add(String type, Instant at, Map<String, Object> fields) {
        var id = server.url("/objects/" + activities.size());
        var object = new HashMap<String, Object>();
        object.put("id", id);
        object.put("type", type);
        object.put("url", id);
        object.put("attributedTo", server.url(ACTOR));
        object.put("published", at.toString());
        object.put("to", EVERYBODY);
        object.putAll(fields);
        act("Create", at, Map.of("object", object));
        server.on("/objects/" + (activities.size() - 1), _ -> Answer.json(json(object)));
        return id;
    }

    /// Adds an activity with these fields over the usual ones.
    String act(String type, Instant at, Map<String, Object> fields) {
        var id = server.url("/activities/" + activities.size());
        var activity = new HashMap<String, Object>();
        activity.put("id", id);
        activity.put("type", type);
        activity.put("actor", server.url(ACTOR));
        activity.put("published", at.toString());
        activity.put("to", List.of(EVERYBODY));
        activity.putAll(fields);
        activities.add(activity);
        return id;
    }

    /// Says something more of the actor.
    void say(String field, Object value) {
        actor.put(field, value);
    }

    /// As snac2 does: all activities stand in the collection itself.
    void inline() {
        inlined = true;
    }

    @Override
    public void edit(String postId, String text) {
        object(postId).put("content", html(text));
        object(postId).put("updated", "2026-11-03T08:00:00Z");
    }

    @Override
    public void delete(String postId) {
        activities.removeIf(a -> object(a).getOrDefault("id", "").equals(postId));
        server.on(path(postId), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        act(
                "Create",
                Instant.parse("2026-11-02T12:00:30Z"),
                Map.of("object", Map.of("type", "Note", "name", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(OUTBOX, answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i < 3; i++) {
            server.on("/objects/" + i, answer);
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

    SettableClock clock() {
        return clock;
    }

    private Answer outbox(Asked asked) {
        var newestFirst =
                activities.stream()
                        .sorted(Comparator.comparing(ActivityPubStub::published).reversed())
                        .toList();
        if (inlined) {
            return Answer.json(
                    json(
                            Map.of(
                                    "type",
                                    "OrderedCollection",
                                    "totalItems",
                                    activities.size(),
                                    "orderedItems",
                                    newestFirst)));
        }
        return asked.query("cursor").isEmpty() ? root() : page(asked, newestFirst);
    }

    private Answer root() {
        return Answer.json(
                json(
                        Map.of(
                                "type",
                                "OrderedCollection",
                                "totalItems",
                                activities.size(),
                                "first",
                                server.url(OUTBOX + "?cursor=0"))));
    }

    private Answer page(Asked asked, List<Map<String, Object>> newestFirst) {
        int cursor = Integer.parseInt(asked.query("cursor"));
        int from = repeating ? 0 : cursor;
        var page = new HashMap<String, Object>();
        page.put("type", "OrderedCollectionPage");
        page.put("orderedItems", compact(newestFirst.stream().skip(from).limit(PAGE).toList()));
        if (repeating || from + PAGE < newestFirst.size()) {
            page.put("next", server.url(OUTBOX + "?cursor=" + (cursor + PAGE)));
        }
        return Answer.json(json(page));
    }

    /// As compacted JSON-LD has it, a list of one is written without the list.
    private static Object compact(List<Map<String, Object>> list) {
        return list.size() == 1 ? list.getFirst() : list;
    }

    private Answer webFinger(Asked asked) {
        return asked.query("resource").equals("acct:robin@localhost:" + server.port())
                ? Answer.json(
                        json(
                                Map.of(
                                        "links",
                                        List.of(
                                                Map.of("rel", "self", "type", "text/html"),
                                                Map.of(
                                                        "rel",
                                                        "self",
                                                        "type",
                                                        "application/activity+json",
                                                        "href",
                                                        server.url(ACTOR))))))
                : Answer.status(404);
    }

    private Map<String, Object> object(String id) {
        return activities.stream()
                .map(ActivityPubStub::object)
                .filter(object -> id.equals(object.get("id")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> activity) {
        return activity.get("object") instanceof Map<?, ?> object
                ? (Map<String, Object>) object
                : Map.of();
    }

    private static Instant published(Map<String, Object> activity) {
        return Instant.parse(String.valueOf(activity.get("published")));
    }

    private String path(String id) {
        return id.substring(server.url("").length());
    }

    private static String html(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br />") + "</p>";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
