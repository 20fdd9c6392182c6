package org.handbell.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.handbell.contract.wire.Json;
import org.handbell.standalone.web.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The platform keeps what Mastodon's documentation promises of these calls.
class LocalPlatformTest {

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalPlatform platform;

    @BeforeEach
    void start() {
        platform =
                LocalPlatform.start(
                        folder.resolve("posts.json"), Door.loopback(0), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void anAccountIsFoundByItsName() throws Exception {
        var account = json("/api/v1/accounts/lookup?acct=owen_history");

        assertThat(account.path("username").asString()).isEqualTo("owen_history");
        assertThat(account.path("url").asString()).isEqualTo(platform.base() + "/@owen_history");
        assertThat(json("/api/v1/accounts/" + account.path("id").asString())).isEqualTo(account);
        assertThat(get("/api/v1/accounts/lookup?acct=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aPostIsPublicAtOnce() throws Exception {
        var post = platform.post("owen_history", "Rain & hills <again>");

        var status = json("/api/v1/statuses/" + post.id());

        assertThat(status.path("content").asString())
                .isEqualTo("<p>Rain &amp; hills &lt;again&gt;</p>");
        assertThat(status.path("uri").asString())
                .isEqualTo(platform.base() + "/users/owen_history/statuses/" + post.id());
        assertThat(status.path("edited_at").isNull()).isTrue();
        assertThat(status.path("visibility").asString()).isEqualTo("public");
        assertThat(statuses("")).containsExactly(post.id());
        assertThat(get("/").body()).contains("Rain &amp; hills &lt;again&gt;");
    }

    @Test
    void pagesGoBothWays() throws Exception {
        var ids = List.of(say("1"), say("2"), say("3"), say("4"), say("5"));

        assertThat(statuses("?limit=2")).containsExactly(ids.get(4), ids.get(3));
        assertThat(statuses("?limit=2&max_id=" + ids.get(3)))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(statuses("?limit=2&min_id=" + ids.get(0)))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(statuses("?limit=2&since_id=" + ids.get(0)))
                .containsExactly(ids.get(4), ids.get(3));
    }

    @Test
    void theLinkHeaderLeadsToTheOlderPage() throws Exception {
        var ids = List.of(say("1"), say("2"), say("3"));

        var link = get(statusesPath("?limit=2")).headers().firstValue("Link").orElseThrow();

        assertThat(link)
                .contains("max_id=" + ids.get(1) + ">; rel=\"next\"")
                .contains("min_id=" + ids.get(2) + ">; rel=\"prev\"");
    }

    @Test
    void eachAnswerTellsTheLimit() throws Exception {
        var path = statusesPath("");
        var first = get(path).headers();
        var second = get(path).headers();

        assertThat(first.firstValue("X-RateLimit-Limit")).hasValue("30000");
        assertThat(first.firstValue("X-RateLimit-Reset")).isPresent();
        assertThat(second.firstValueAsLong("X-RateLimit-Remaining").orElseThrow())
                .isEqualTo(first.firstValueAsLong("X-RateLimit-Remaining").orElseThrow() - 1);
    }

    @Test
    void anEditKeepsTheIdAndIsDated() throws Exception {
        var post = platform.post("owen_history", "Before");

        platform.edit(post.id(), "After");

        var status = json("/api/v1/statuses/" + post.id());
        assertThat(status.path("content").asString()).isEqualTo("<p>After</p>");
        assertThat(status.path("edited_at").asString()).isNotEmpty();
    }

    @Test
    void aDeletedPostIsNotFound() throws Exception {
        var post = platform.post("owen_history", "Soon gone");

        platform.delete(post.id());

        assertThat(get("/api/v1/statuses/" + post.id()).statusCode()).isEqualTo(404);
        assertThat(statuses("")).isEmpty();
    }

    @Test
    void aBlogHasAFeedThatIsSentOnce() throws Exception {
        var post = platform.post("dominic_writes", "Marking & more <marking>");

        var feed = get("/blogs/dominic_writes/feed.xml");

        assertThat(feed.body())
                .contains(
                        "<guid isPermaLink=\"true\">"
                                + platform.base()
                                + "/blogs/dominic_writes/"
                                + post.id())
                .contains("&lt;p&gt;Marking &amp;amp; more");
        var tag = feed.headers().firstValue("ETag").orElseThrow();
        var again =
                HttpRequest.newBuilder(
                                URI.create(platform.base() + "/blogs/dominic_writes/feed.xml"))
                        .header("If-None-Match", tag)
                        .build();
        assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        assertThat(get("/blogs/owen_history/feed.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void thePostAsBoxPublishes() throws Exception {
        var answer = submit("account=coachbirch&text=" + encoded("Cold & wet"), platform.base());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get("/@coachbirch").body()).contains("Cold &amp; wet");
    }

    @Test
    void anotherSiteCannotPost() throws Exception {
        var answer = submit("account=coachbirch&text=hello", "http://elsewhere.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/@coachbirch").body()).contains("No posts yet");
    }

    @Test
    void anEmptySentenceIsRefusedByName() throws Exception {
        var answer = submit("account=coachbirch&text=+", platform.base());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("text is empty");
    }

    @Test
    void theScheduleIsNotCarriedOutTwice() {
        platform.begin();
        await().atMost(Duration.ofSeconds(10)).until(() -> published() >= 3);
        platform.close();
        var before = published();

        platform =
                LocalPlatform.start(
                        folder.resolve("posts.json"), Door.loopback(0), Clock.systemUTC());
        platform.begin();
        await().atMost(Duration.ofSeconds(10)).until(() -> published() > before);

        assertThat(posts().stream().filter(post -> post.text().startsWith("Full time"))).hasSize(1);
    }

    @Test
    void onceClosedItWritesNothingMore() throws Exception {
        platform.begin();
        await().atMost(Duration.ofSeconds(10)).until(() -> published() >= 1);
        platform.close();
        var left = Files.readAllBytes(folder.resolve("posts.json"));

        await().during(Duration.ofSeconds(1))
                .until(() -> Arrays.equals(left, Files.readAllBytes(folder.resolve("posts.json"))));
    }

    @Test
    void theScheduleCanWaitForTheFirstReader() throws Exception {
        platform.beginWhenRead();
        get("/");
        await().during(Duration.ofMillis(1500)).until(() -> published() == 0);

        json("/api/v1/accounts/lookup?acct=owen_history");

        await().atMost(Duration.ofSeconds(10)).until(() -> published() > 0);
    }

    private int published() {
        return posts().size();
    }

    private List<LocalPost> posts() {
        return Posts.open(folder.resolve("posts.json"), Clock.systemUTC()).all();
    }

    private String say(String text) {
        return platform.post("owen_history", text).id();
    }

    private List<String> statuses(String query) throws Exception {
        var page = json(statusesPath(query));
        return StreamSupport.stream(page.spliterator(), false)
                .map(status -> status.path("id").asString())
                .toList();
    }

    private String statusesPath(String query) throws Exception {
        var id = json("/api/v1/accounts/lookup?acct=@owen_history").path("id").asString();
        return "/api/v1/accounts/" + id + "/statuses" + query;
    }

    private HttpResponse<String> submit(String form, String origin) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(platform.base() + "/post"))
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create(platform.base() + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
