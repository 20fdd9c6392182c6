package org.handbell.ingest.source.snapchat;

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

/// A stub of Snap's Public Profile API for one profile. Its addresses are the published ones; the
/// shape of its answers is that of Snap's other interfaces, since this one's could not be read.
final class SnapchatStub implements StubPlatform {

    static final String PROFILE = "0f0e0d0c-1111-4222-8333-444455556666";
    static final String SPOTLIGHTS = "/v1/public_profiles/" + PROFILE + "/spotlights";
    static final String STORIES = "/v1/public_profiles/" + PROFILE + "/stories";
    private static final int PAGE = 50;

    private final StubServer server;
    private final List<Map<String, Object>> spotlights = new ArrayList<>();
    private final List<Map<String, Object>> stories = new ArrayList<>();
    private boolean repeating;

    SnapchatStub(StubServer server) {
        this.server = server;
        server.on(SPOTLIGHTS, this::list);
        server.on(STORIES, _ -> Answer.json(json(Map.of("stories", wrapped("story", stories)))));
    }

    @Override
    public Source source(Web web) {
        return new SnapchatSource(
                new SnapchatSettings(URI.create(server.url("/"))), web, _ -> true);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.SNAPCHAT, PROFILE);
    }

    @Override
    public String post(String text, Instant at) {
        var id = "spot-" + spotlights.size();
        spotlights.add(shown(id, text, at));
        return "snapchat:spotlight/" + id;
    }

    String story(String text, Instant at) {
        var id = "story-" + stories.size();
        stories.add(shown(id, text, at));
        return "snapchat:story/" + id;
    }

    void stopShowingStories() {
        stories.clear();
    }

    @Override
    public void edit(String postId, String text) {
        spotlights.stream()
                .filter(shown -> postId.endsWith("/" + shown.get("id")))
                .forEach(shown -> shown.put("description", text));
    }

    @Override
    public void delete(String postId) {
        spotlights.removeIf(shown -> postId.endsWith("/" + shown.get("id")));
    }

    @Override
    public void spoil(String marker) {
        spotlights.add(new HashMap<>(Map.of("description", marker)));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(SPOTLIGHTS, answer);
    }

    /// There is no question for a single one.
    @Override
    public void answerPostWith(Answer answer) {
        server.on(SPOTLIGHTS, answer);
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer list(Asked asked) {
        var cursor = asked.query("cursor");
        int from = repeating || cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var all =
                spotlights.stream()
                        .sorted(Comparator.comparing(SnapchatStub::at).reversed())
                        .toList();
        int to = Math.min(all.size(), from + PAGE);
        var answer = new HashMap<String, Object>();
        answer.put("request_status", "SUCCESS");
        answer.put("spotlights", wrapped("spotlight", all.subList(from, to)));
        if (to < all.size()) {
            answer.put("paging", Map.of("next_link", server.url(SPOTLIGHTS + "?cursor=" + to)));
        }
        return Answer.json(json(answer));
    }

    private static Map<String, Object> shown(String id, String text, Instant at) {
        return new HashMap<>(Map.of("id", id, "description", text, "created_at", at.toString()));
    }

    private static List<Map<String, Object>> wrapped(String one, List<Map<String, Object>> shown) {
        return shown.stream()
                .map(s -> Map.<String, Object>of("sub_request_status", "SUCCESS", one, s))
                .toList();
    }

    private static String at(Map<String, Object> shown) {
        return String.valueOf(shown.getOrDefault("created_at", "9"));
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
