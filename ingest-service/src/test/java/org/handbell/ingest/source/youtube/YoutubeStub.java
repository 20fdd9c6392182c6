package org.handbell.ingest.source.youtube;

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
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;
import org.jspecify.annotations.Nullable;

/// A stub of YouTube's Data API v3 for one channel, after its published contract; never run against
/// YouTube itself.
final class YoutubeStub implements StubPlatform {

    static final String CHANNEL = "UC" + "robin-teaches-invented".substring(0, 22);
    static final String CHANNELS = "/youtube/v3/channels";
    static final String VIDEOS = "/youtube/v3/playlistItems";
    static final String COMMENTS = "/youtube/v3/commentThreads";
    private static final int PAGE = 50;

    final SettableClock clock = new SettableClock();
    private final StubServer server;
    private final List<Map<String, Object>> videos = new ArrayList<>();
    private final List<Map<String, Object>> threads = new ArrayList<>();
    private @Nullable Answer single;
    private boolean repeating;

    YoutubeStub(StubServer server) {
        this.server = server;
        server.on(CHANNELS, this::channel);
        server.on(VIDEOS, this::list);
        server.on(COMMENTS, _ -> Answer.json(json(Map.of("items", threads))));
        server.on("/youtube/v3/videos", this::one);
        server.on("/youtube/v3/comments", this::one);
    }

    @Override
    public Source source(Web web) {
        return source(web, true, true);
    }

    Source source(Web web, boolean comments, boolean key) {
        var settings = new YoutubeSettings(URI.create(server.url("/")), comments);
        return new YoutubeSource(settings, new YoutubeClient(settings, web, clock), _ -> key);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.YOUTUBE, "https://www.youtube.com/@robin.teaches");
    }

    @Override
    public String post(String text, Instant at) {
        return add(text, at.toString());
    }

    /// @param published null where the video is not public
    String add(String text, @Nullable String published) {
        var id = "v%010d".formatted(videos.size());
        var details = new HashMap<String, Object>(Map.of("videoId", id));
        if (published != null) {
            details.put("videoPublishedAt", published);
        }
        var video = new HashMap<String, Object>();
        video.put("id", "entry-" + id);
        video.put("snippet", Map.of("title", "A film", "description", text));
        video.put("contentDetails", details);
        videos.add(video);
        return YoutubeItem.video(id);
    }

    /// A thread under a video.
    void thread(Map<String, Object> first, List<Map<String, Object>> answers) {
        threads.add(
                Map.of(
                        "snippet", Map.of("topLevelComment", first),
                        "replies", Map.of("comments", answers)));
    }

    @Override
    public void edit(String postId, String text) {
        for (var video : videos) {
            if (postId.equals(address(video))) {
                video.put("snippet", Map.of("title", "A film", "description", text));
            }
        }
    }

    @Override
    public void delete(String postId) {
        videos.removeIf(video -> postId.equals(address(video)));
    }

    @Override
    public void spoil(String marker) {
        videos.add(new HashMap<>(Map.of("snippet", Map.of("title", marker))));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on(VIDEOS, answer);
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
        return PAGE;
    }

    static Answer refusal(String reason) {
        return Answer.json(
                        json(
                                Map.of(
                                        "error",
                                        Map.of(
                                                "code",
                                                403,
                                                "errors",
                                                List.of(Map.of("reason", reason))))))
                .withStatus(403);
    }

    private Answer channel(Asked asked) {
        var known =
                asked.query("forHandle").equals("@robin.teaches")
                        || asked.query("id").equals(CHANNEL);
        var lists = Map.of("relatedPlaylists", Map.of("uploads", "UU-uploads"));
        return Answer.json(
                json(
                        known
                                ? Map.of(
                                        "items",
                                        List.of(Map.of("id", CHANNEL, "contentDetails", lists)))
                                : Map.of("pageInfo", Map.of("totalResults", 0))));
    }

    private Answer list(Asked asked) {
        var token = asked.query("pageToken");
        int from = repeating || token.isEmpty() ? 0 : Integer.parseInt(token);
        var all = videos.stream().sorted(Comparator.comparing(YoutubeStub::at).reversed()).toList();
        int to = Math.min(all.size(), from + PAGE);
        var answer = new HashMap<String, Object>(Map.of("items", all.subList(from, to)));
        if (to < all.size()) {
            answer.put("nextPageToken", Integer.toString(to));
        }
        return Answer.json(json(answer));
    }

    private Answer one(Asked asked) {
        if (single != null) {
            return single;
        }
        var id = asked.query("id");
        var found = videos.stream().anyMatch(v -> address(v).equals(YoutubeItem.video(id)));
        return Answer.json(json(Map.of("items", found ? List.of(Map.of("id", id)) : List.of())));
    }

    private static String address(Map<String, Object> video) {
        return video.get("contentDetails") instanceof Map<?, ?> details
                ? YoutubeItem.video(String.valueOf(details.get("videoId")))
                : "";
    }

    private static String at(Map<String, Object> video) {
        return video.get("contentDetails") instanceof Map<?, ?> details
                ? String.valueOf(details.get("videoPublishedAt"))
                : "9";
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
