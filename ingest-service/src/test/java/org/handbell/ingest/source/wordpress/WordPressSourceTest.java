package org.handbell.ingest.source.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.OddJson;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressSourceTest extends SourceContract {

    private static final String FEED =
            """
            <rss version="2.0"><channel><title>d</title><link>http://x</link><description>d</description>
            <item><title>A day</title><guid isPermaLink="false">%s</guid>
            <pubDate>Mon, 02 Nov 2026 12:00:00 +0000</pubDate><description>Rain</description></item>
            </channel></rss>
            """;

    @Override
    protected StubPlatform platform(StubServer server) {
        return new WordPressStub(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.org/wp-json/",
                "https://blog.example.org/wp-json",
                "https://example.org/blog/wp-json/wp/v2/posts",
                "https://blog.example.org/wp-json/wp/v2/posts?author=3",
                "https://blog.example.org/?rest_route=/",
                "https://blog.example.org/index.php?rest_route=/wp/v2/posts&author=3"
            })
    void theAddressOfTheInterfaceIsRead(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLOG, address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.org/",
                "https://blog.example.org/feed/",
                "https://blog.example.org/wp-json/wp/v2/users",
                "https://[/wp-json/",
                "ftp://blog.example.org/wp-json/"
            })
    void anyOtherAddressIsNot(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLOG, address))).isFalse();
    }

    @Test
    void aPostHasItsTitleItsWordsItsPicturesAndItsTimes() {
        stub().add(
                        NOON,
                        Map.of(
                                "title", Map.of("rendered", "Sports day &#8211; done"),
                                "content",
                                        Map.of(
                                                "rendered",
                                                "<p>We <a href='/more'>won</a>.</p>"
                                                        + "<img src='/relay.jpg' alt='4B'>",
                                                "protected",
                                                false),
                                "modified_gmt", "2026-11-02T15:30:00",
                                "_embedded",
                                        Map.of(
                                                "wp:featuredmedia",
                                                List.of(
                                                        Map.of(
                                                                "media_type",
                                                                "image",
                                                                "source_url",
                                                                "http://x.example/cup.jpg",
                                                                "alt_text",
                                                                "The cup")))));

        var item = only(null);

        assertThat(item.postId()).isEqualTo(server.url("/?p=1"));
        assertThat(item.text()).isEqualTo("Sports day – done\n\nWe won.");
        assertThat(item.links()).containsExactly(server.url("/more"));
        assertThat(item.media()).extracting(Post.Media::alt).containsExactly("The cup", "4B");
        assertThat(item.platformTime()).isEqualTo("2026-11-02T13:00:00");
        assertThat(item.editedAt()).isEqualTo("2026-11-02T15:30:00Z");
        assertThat(item.author()).isNull();
        assertThat(item.action()).isEqualTo(Action.POST);
    }

    @Test
    void inAGroupBlogTheAuthorIsNamed() {
        stub().post("Rain", NOON);

        assertThat(swept(Kind.GROUP).items())
                .singleElement()
                .extracting(Item::author)
                .isEqualTo("Robin Mead");
    }

    @Test
    void aPostBehindAPasswordIsNotCollectedAndCountsAsGone() {
        var post = stub().add(NOON, Map.of("content", Map.of("rendered", "", "protected", true)));

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.GONE);
    }

    @Test
    void commentsUnderAnOfficialBlogAreItemsOfTheirAuthors() {
        var post = stub().post("Rain", NOON);
        var comment = stub().comment(post, "Dreadful school", NOON.plusSeconds(60));
        stub().pingback();

        var fetched = swept(Kind.OFFICIAL);

        assertThat(fetched.complete()).isTrue();
        assertThat(fetched.items()).extracting(Item::postId).containsExactly(comment, post);
        var item = fetched.items().getFirst();
        assertThat(item.action()).isEqualTo(Action.COMMENT);
        assertThat(item.author()).isEqualTo("Jo Visitor");
        assertThat(item.text()).isEqualTo("Dreadful school");
        assertThat(item.editedAt()).isNull();
        assertThat(item.of()).isEqualTo(new Post.Engaged(null, "", server.url("/2026/a-day-1/")));
    }

    @Test
    void commentsUnderAPrivateBlogAreOtherPeoples() {
        stub().comment(stub().post("Rain", NOON), "Dreadful", NOON.plusSeconds(60));

        assertThat(swept(Kind.PERSONAL).items()).hasSize(1);
        assertThat(server.asked(WordPressStub.COMMENTS)).isEmpty();
    }

    @Test
    void anEditedCommentHasOtherWordsUnderTheSameId() {
        var comment = stub().comment(stub().post("Rain", NOON), "Dreadful", NOON.plusSeconds(60));
        stub().editComment(1, "Delightful");

        assertThat(swept(Kind.GROUP).items())
                .filteredOn(i -> i.postId().equals(comment))
                .singleElement()
                .extracting(Item::text)
                .isEqualTo("Delightful");
    }

    @Test
    void aDeletedCommentIsGoneOnTwoSignals() {
        var comment = stub().comment(stub().post("Rain", NOON), "Dreadful", NOON.plusSeconds(60));
        var account = stub().account(Kind.GROUP);
        assertThat(source.presence(account, comment)).isEqualTo(Presence.THERE);

        stub().deleteComment(1);

        assertThat(source.presence(account, comment)).isEqualTo(Presence.GONE);
    }

    @Test
    void aSiteThatKeepsItsCommentsToItselfStillHasPosts() {
        stub().post("Rain", NOON);
        server.on(WordPressStub.COMMENTS, Answer.status(401));

        var fetched = swept(Kind.OFFICIAL);

        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void commentsThatCannotBeHadNowLeaveTheReadingOpen() {
        stub().post("Rain", NOON);
        server.on(WordPressStub.COMMENTS, Answer.status(500));

        assertThat(swept(Kind.OFFICIAL).complete()).isFalse();
    }

    @Test
    void aTrashedPostAnswers401AndIsGoneWhereTheListLacksIt() {
        var post = stub().post("Rain", NOON);
        stub().trash(post);

        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.GONE);
    }

    @Test
    void aSiteThatClosesItsInterfaceTellsNothingOfAPost() {
        var post = stub().post("Rain", NOON);
        stub().trash(post);
        platform.answerListWith(_ -> Answer.json("{\"code\":\"rest_forbidden\"}").withStatus(401));

        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aNumberOfAnotherSiteTellsNothing() {
        stub().post("Rain", NOON);

        assertThat(source.presence(platform.account(), "http://old.example/?p=1"))
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aSiteWithoutPermalinksIsReadByItsParameter() {
        var post = stub().post("Rain", NOON);
        stub().reachByParameterAlone();

        var first = fetched(null, Depth.SWEEP);
        var second = fetched(first.position(), Depth.NEWEST);

        assertThat(first.items()).extracting(Item::postId).containsExactly(post);
        assertThat(second.items()).hasSize(1);
        assertThat(server.asked(WordPressStub.POSTS)).hasSize(1);
        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.THERE);
    }

    @Test
    void whereTheInterfaceIsClosedTheFeedIsReadUnderTheSameIds() {
        var post = stub().post("Rain", NOON);
        platform.answerListWith(_ -> Answer.status(403));
        server.on(
                "/",
                Answer.ok(
                        "application/rss+xml",
                        FEED.formatted(
                                post.replace(
                                        "http://127.0.0.1:" + server.port(),
                                        "https://127.0.0.1"))));

        var first = fetched(null, Depth.SWEEP);
        var second = fetched(first.position(), Depth.NEWEST);

        assertThat(first.items()).extracting(Item::postId).containsExactly(post);
        assertThat(second.items()).hasSize(1);
        assertThat(server.asked(WordPressStub.POSTS)).hasSize(1);
        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.THERE);
    }

    @Test
    void aClosedInterfaceIsNotTriedByAnotherWay() {
        platform.answerListWith(_ -> Answer.status(403));

        assertThat(fetch(null, Depth.SWEEP)).isInstanceOf(Refused.class);
        assertThat(server.asked()).noneMatch(a -> !a.query("rest_route").isEmpty());
    }

    @Test
    void aPageNumberPastTheEndIsTheEnd() {
        IntStream.range(0, 50).forEach(i -> stub().post("number " + i, NOON.plusSeconds(i)));
        platform.answerListWith(asked -> {
            var answer = stub().posts(asked);
            return answer.status() == 200 ? answer.with("X-WP-TotalPages", "2") : answer;
        });

        assertThat(fetched(null, Depth.SWEEP).complete()).isTrue();
    }

    @Test
    void pagesThatShiftWhileTheyAreTurnedAreReadAgain() {
        var ids =
                IntStream.range(0, 120)
                        .mapToObj(i -> stub().post("number " + i, NOON.plusSeconds(i)))
                        .toList();
        var deleted = new AtomicBoolean();
        platform.answerListWith(asked -> {
            if (asked.query("page").equals("2") && deleted.compareAndSet(false, true)) {
                stub().delete(ids.getLast());
            }
            return stub().posts(asked);
        });

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::postId).containsAll(ids);
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void whatIsNewIsReadNoFurtherThanTheReadingBefore() {
        IntStream.range(0, 45).forEach(i -> stub().post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        var before = server.asked().size();
        var edited = server.url("/?p=3");
        stub().edit(edited, "after");

        var items = fetched(position, Depth.NEWEST).items();

        assertThat(items).hasSize(20).extracting(Item::postId).contains(edited);
        assertThat(server.asked()).hasSize(before + 1);
    }

    @Test
    void oneAuthorOfABlogIsAskedForAlone() {
        var address = server.url("/wp-json/wp/v2/posts?author=3");
        source.fetch(Accounts.at(Platform.BLOG, address), null, Depth.NEWEST);

        assertThat(server.asked(WordPressStub.POSTS))
                .singleElement()
                .extracting(a -> a.query("author"))
                .isEqualTo("3");
    }

    @Test
    void anOddRecordIsReadOrCalledMalformed() {
        var reader = new WordPressRecord("https://blog.example.org", true);
        OddJson.each(
                """
                {"id": 7, "date": "2026-11-02T13:00:00", "date_gmt": "2026-11-02T12:00:00",
                 "modified_gmt": "2026-11-02T12:30:00", "status": "publish",
                 "link": "https://blog.example.org/a/", "title": {"rendered": "A"},
                 "content": {"rendered": "<a href='/b'>b</a><img src='/c'>", "protected": false},
                 "_embedded": {"author": [{"name": "Robin"}],
                   "wp:featuredmedia": [{"media_type": "image", "source_url": "https://x.example/"}]}}
                """,
                reader::post);
        OddJson.each(
                """
                {"id": 7, "post": 8, "author_name": "Jo", "date": "2026-11-02T13:00:00",
                 "date_gmt": "2026-11-02T12:00:00", "link": "https://blog.example.org/a/#comment-7",
                 "content": {"rendered": "<p>b</p>"}, "status": "approved", "type": "comment"}
                """,
                reader::comment);
    }

    private WordPressStub stub() {
        return (WordPressStub) platform;
    }

    private Fetched swept(Kind kind) {
        return (Fetched) source.fetch(account(kind), null, Depth.SWEEP);
    }

    private Registered account(Kind kind) {
        return stub().account(kind);
    }
}
