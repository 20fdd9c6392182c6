package org.handbell.ingest.source.tumblr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TumblrSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new TumblrStub(server);
    }

    private TumblrStub stub() {
        return (TumblrStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "robin-draws, robin-draws",
        "@robin-draws, robin-draws",
        "robin-draws.tumblr.com, robin-draws.tumblr.com",
        "https://robin-draws.tumblr.com/, robin-draws.tumblr.com",
        "https://www.tumblr.com/robin-draws, robin-draws",
        "https://tumblr.com/blog/robin-draws, robin-draws",
        "https://drawings.example.org, drawings.example.org"
    })
    void anAddressIsANameOrAHost(String address, String name) {
        assertThat(TumblrBlog.of(address)).contains(new TumblrBlog(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "two words",
                "https://www.tumblr.com/",
                "https://u:p@a.tumblr.com/",
                "https://robin-draws.tumblr.com/post/1",
                "ftp://robin-draws.tumblr.com"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(TumblrBlog.of(address)).isEmpty();
    }

    @Test
    void aReblogKeepsApartWhatWasAddedAndWhatWasPassedOn() {
        stub().add(
                        NOON,
                        Map.of(
                                "content",
                                List.of(Map.of("type", "text", "text", "This!")),
                                "reblogged_from_id",
                                "9",
                                "reblogged_from_name",
                                "wren-writes",
                                "reblogged_from_url",
                                "https://wren-writes.tumblr.com/post/9",
                                "trail",
                                List.of(
                                        said(Map.of("blog", Map.of("name", "finch")), "Rain"),
                                        said(Map.of("broken_blog_name", "gone-now"), "Wind"))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEqualTo("This!");
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(
                                "wren-writes",
                                "finch: Rain\n\ngone-now: Wind",
                                "https://wren-writes.tumblr.com/post/9"));
    }

    @Test
    void theWordsOfWhoeverAskedAreNotTheBlogs() {
        stub().add(
                        NOON,
                        Map.of(
                                "asking_name",
                                "wren-writes",
                                "content",
                                List.of(
                                        Map.of("type", "text", "text", "Is it true?"),
                                        Map.of("type", "text", "text", "No.")),
                                "layout",
                                List.of(Map.of("type", "ask", "blocks", List.of(0)))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.text()).isEqualTo("No.");
        assertThat(item.of()).isEqualTo(new Post.Engaged("wren-writes", "Is it true?", null));
    }

    @Test
    void blocksBecomeWordsLinksAndPictures() {
        stub().add(
                        NOON,
                        Map.of(
                                "tags",
                                List.of("year 4", "art"),
                                "content",
                                List.of(
                                        Map.of(
                                                "type",
                                                "text",
                                                "text",
                                                "See here",
                                                "formatting",
                                                List.of(
                                                        Map.of(
                                                                "type",
                                                                "link",
                                                                "start",
                                                                4,
                                                                "end",
                                                                8,
                                                                "url",
                                                                "https://a.example.org/"))),
                                        Map.of(
                                                "type",
                                                "text",
                                                "subtype",
                                                "unordered-list-item",
                                                "text",
                                                "one"),
                                        Map.of(
                                                "type",
                                                "image",
                                                "alt_text",
                                                "4B with the cup",
                                                "media",
                                                List.of(
                                                        Map.of("url", "https://m.example.org/big"),
                                                        Map.of("url", "https://m.example.org/s"))),
                                        Map.of(
                                                "type",
                                                "link",
                                                "url",
                                                "https://b.example.org/",
                                                "title",
                                                "B",
                                                "description",
                                                "about B"),
                                        Map.of(
                                                "type",
                                                "video",
                                                "media",
                                                Map.of("url", "https://m.example.org/film")),
                                        Map.of("type", "paywall", "text", "pay"),
                                        Map.of("type", "not yet invented"))));

        var item = only(null);

        assertThat(item.text()).isEqualTo("See here\n\n- one\n\nB\n\nabout B\n\n#year 4 #art");
        assertThat(item.links())
                .containsExactly("https://a.example.org/", "https://b.example.org/");
        assertThat(item.media())
                .extracting(Post.Media::type, Post.Media::url, Post.Media::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.IMAGE,
                                "https://m.example.org/big",
                                "4B with the cup"),
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.VIDEO, "https://m.example.org/film", null));
    }

    @Test
    void aPollBringsItsOptions() {
        stub().add(
                        NOON,
                        Map.of(
                                "content",
                                List.of(
                                        Map.of(
                                                "type",
                                                "poll",
                                                "question",
                                                "Rain?",
                                                "answers",
                                                List.of(
                                                        Map.of("answer_text", "Yes"),
                                                        Map.of("answer_text", "No"))))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.text()).isEqualTo("Rain?");
        assertThat(item.pollOptions()).containsExactly("Yes", "No");
    }

    @Test
    void aPostInTheOldFormatIsReadAsWell() {
        stub().add(
                        NOON,
                        Map.of(
                                "content",
                                "none",
                                "title",
                                "Hello",
                                "body",
                                "<p>See <a href='https://a.example.org/'>here</a></p>"));

        var item = only(null);

        assertThat(item.text()).isEqualTo("Hello\n\nSee here");
        assertThat(item.links()).containsExactly("https://a.example.org/");
    }

    @Test
    void postsOfTheSameSecondAreNotLostBetweenTwoPages() {
        IntStream.range(0, 15).forEach(i -> platform.post("later " + i, NOON.plusSeconds(i + 1)));
        IntStream.range(0, 10).forEach(i -> platform.post("at once " + i, NOON));
        IntStream.range(0, 5).forEach(i -> platform.post("before " + i, NOON.minusSeconds(i + 1)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(30);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void aServerThatPromisesMoreOnItsLastPageIsReadToItsEnd() {
        stub().promiseMoreAlways();
        IntStream.range(0, 41).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(41);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void betweenSweepsOnePageIsEnoughThoughAnOldPostIsPinned() {
        IntStream.range(0, 50).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        stub().add(NOON.plusSeconds(90), Map.of("is_pinned", true));
        var sofar = server.asked().size();

        assertThat(fetched(position, Depth.NEWEST).items()).hasSize(20);
        assertThat(server.asked()).hasSize(sofar + 1);
    }

    @Test
    void onlyWhatIsPublishedIsCollected() {
        stub().add(NOON, Map.of("state", "private"));

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
    }

    @Test
    void inAGroupWhoPostedIsSaid() {
        stub().add(NOON, Map.of("post_author", "wren-writes"));
        var group = Accounts.at(Platform.TUMBLR, "robin-draws", Kind.GROUP);

        assertThat(((Fetched) source.fetch(group, null, Depth.SWEEP)).items())
                .extracting(Item::author)
                .containsExactly("wren-writes");
        assertThat(only(null).author()).isNull();
    }

    @Test
    void likesAreReadOnlyWhereTheBlogShowsThemAndNeverHinderTheRest() {
        var post = platform.post("here", NOON);
        var withLikes = stub().source(web, 20);

        assertThat(((Fetched) withLikes.fetch(platform.account(), null, Depth.SWEEP)).items())
                .extracting(Item::postId)
                .containsExactly(post);

        stub().like(
                        NOON.plusSeconds(5),
                        Map.of(
                                "id_string", "5",
                                "blog_name", "wren-writes",
                                "post_url", "https://wren-writes.tumblr.com/post/5",
                                "content", List.of(Map.of("type", "text", "text", "Rain"))));
        var items = ((Fetched) withLikes.fetch(platform.account(), null, Depth.SWEEP)).items();

        assertThat(items)
                .hasSize(2)
                .first()
                .satisfies(like -> {
                    assertThat(like.action()).isEqualTo(Action.LIKE);
                    assertThat(like.postId()).isEqualTo("tumblr:like/account-1/5");
                    assertThat(like.of())
                            .isEqualTo(
                                    new Post.Engaged(
                                            "wren-writes",
                                            "Rain",
                                            "https://wren-writes.tumblr.com/post/5"));
                });
        assertThat(only(null).action()).isEqualTo(Action.POST);
    }

    @Test
    void withoutAKeyTumblrIsNotAskedAndTheReasonSaysWhatToDo() {
        var closed = new TumblrSource(new TumblrSettings(server.uri(""), 0), web, _ -> false);

        assertThat(closed.fetch(platform.account(), null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).contains("query:api_key"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theKeyIsSentInTheAddressAndIsInNothingThatIsKept() {
        server.on(
                TumblrStub.POSTS,
                asked ->
                        Answer.json(
                                "{\"response\":{\"posts\":[{\"id_string\":\"5\",\"timestamp\":1793620800,"
                                        + "\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],"
                                        + "\"self\":\"/posts?api_key="
                                        + asked.query("api_key")
                                        + "\"}]}}"));
        try (var signed = Webs.giving(server.hostPort(), "query:api_key", "invented-key-1")) {
            var fetch = stub().source(signed).fetch(platform.account(), null, Depth.SWEEP);

            assertThat(server.asked().getLast().query("api_key")).isEqualTo("invented-key-1");
            assertThat(fetch.toString()).contains("hi").doesNotContain("invented-key-1");
        }
    }

    private static Map<String, Object> said(Map<String, Object> who, String words) {
        var said = new java.util.HashMap<>(who);
        said.put("content", List.of(Map.of("type", "text", "text", words)));
        return said;
    }
}
