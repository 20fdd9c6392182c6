package org.handbell.ingest.source.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GhostSourceTest extends SourceContract {

    private static final String FEED =
            """
            <rss version="2.0"><channel><title>d</title><link>http://x</link><description>d</description>
            <item><title>A day</title><guid isPermaLink="false">%s</guid>
            <pubDate>Mon, 02 Nov 2026 12:00:00 +0000</pubDate>
            <description>&lt;a href="https://eggs.example.org/?ref=127.0.0.1"&gt;Eggs&lt;/a&gt;</description>
            </item></channel></rss>
            """;

    @Override
    protected StubPlatform platform(StubServer server) {
        return new GhostStub(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.org/ghost/api/content/",
                "https://blog.example.org/ghost/api/content",
                "https://example.org/blog/ghost/api/content/posts/",
                "https://blog.example.org/ghost/api/content/posts/?filter=author:robin"
            })
    void theAddressOfTheInterfaceIsRead(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLOG, address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.org/",
                "https://blog.example.org/rss/",
                "https://blog.example.org/ghost/",
                "https://[/ghost/api/content/"
            })
    void anyOtherAddressIsNot(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLOG, address))).isFalse();
    }

    @Test
    void aPostHasItsTitleItsSummaryItsWordsAndItsPictures() {
        stub().add(
                        NOON,
                        Map.of(
                                "html", "<p>We won.</p><img src='/relay.jpg' alt='4B'>",
                                "custom_excerpt", "Twice!",
                                "feature_image", "https://x.example/cup.jpg",
                                "feature_image_alt", "The cup",
                                "updated_at", "2026-11-02T15:30:00.000+00:00"));

        var item = only(null);

        assertThat(item.text()).isEqualTo("A day\n\nTwice!\n\nWe won.");
        assertThat(item.media()).extracting(Post.Media::alt).containsExactly("The cup", "4B");
        assertThat(item.editedAt()).isEqualTo("2026-11-02T15:30:00Z");
        assertThat(item.author()).isNull();
    }

    @Test
    void inAGroupBlogTheAuthorIsNamed() {
        stub().post("Rain", NOON);
        var account = Accounts.at(Platform.BLOG, platform.account().address(), Kind.GROUP);

        assertThat(((Fetched) source.fetch(account, null, Depth.SWEEP)).items())
                .singleElement()
                .extracting(Item::author)
                .isEqualTo("Robin Mead");
    }

    @Test
    void theBeginningOfAPostForMembersIsRead() {
        stub().add(NOON, Map.of("visibility", "members", "html", "<p>It began</p>"));

        assertThat(only(null).text()).endsWith("It began");
    }

    @Test
    void oneAuthorOfABlogIsReadAlone() {
        stub().post("Rain", NOON);
        stub().add(NOON, Map.of("authors", List.of(Map.of("name", "Sam", "slug", "sam"))));
        var address = server.url("/ghost/api/content/posts/?filter=author:robin");

        var fetch = source.fetch(Accounts.at(Platform.BLOG, address), null, Depth.SWEEP);

        assertThat(((Fetched) fetch).items())
                .singleElement()
                .extracting(Item::text)
                .isEqualTo("A day\n\nRain");
    }

    @Test
    void aKeyThatIsNotTakenIsNamed() {
        platform.answerListWith(_ -> Answer.status(401));

        assertThat(refusal()).contains("401").contains("handbell.ingest.tokens");
    }

    @Test
    void withoutAKeyTheFeedIsReadUnderTheSameIds() {
        stub().forgetKey();
        server.on("/rss/", Answer.ok("application/rss+xml", FEED.formatted(GhostStub.id(0))));

        var first = fetched(null, Depth.SWEEP);

        assertThat(first.items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.postId())
                            .isEqualTo(server.url(GhostStub.API + GhostStub.id(0) + "/"));
                    assertThat(item.links()).containsExactly("https://eggs.example.org/");
                });
        assertThat(fetched(first.position(), Depth.NEWEST).items()).hasSize(1);
        assertThat(source.presence(platform.account(), first.items().getFirst().postId()))
                .isEqualTo(Presence.THERE);
        assertThat(server.asked(GhostStub.API)).isEmpty();
    }

    @Test
    void withoutAKeyADeletionIsNotTold() {
        stub().forgetKey();
        server.on("/rss/", Answer.ok("application/rss+xml", FEED.formatted(GhostStub.id(0))));

        assertThat(
                        source.presence(
                                platform.account(),
                                server.url(GhostStub.API + GhostStub.id(7) + "/")))
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void whatIsNewIsReadNoFurtherThanTheReadingBefore() {
        IntStream.range(0, 45).forEach(i -> stub().post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        var before = server.asked().size();
        var edited = server.url(GhostStub.API + GhostStub.id(3) + "/");
        stub().edit(edited, "after");

        var items = fetched(position, Depth.NEWEST).items();

        assertThat(items).hasSize(20).extracting(Item::postId).contains(edited);
        assertThat(server.asked()).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://eggs.example.org/?ref=blog.example.org, https://eggs.example.org/",
        "https://eggs.example.org/?a=1&ref=blog.example.org#top, https://eggs.example.org/?a=1#top",
        "https://eggs.example.org/?ref=friends, https://eggs.example.org/?ref=friends",
        "https://eggs.example.org/?a=%3Fref=blog.example.org,"
                + " https://eggs.example.org/?a=%3Fref=blog.example.org",
        "https://blog.example.org/more?ref=blog.example.org,"
                + " https://blog.example.org/more?ref=blog.example.org",
        "https://eggs.example.org/hens, https://eggs.example.org/hens"
    })
    void onlyTheMarkThatGhostAddsIsRemoved(String found, String typed) {
        assertThat(new Referral("www.blog.example.org").removed(found)).isEqualTo(typed);
    }

    @Test
    void anOddRecordIsReadOrCalledMalformed() {
        var address = new GhostAddress("https://blog.example.org", "robin");
        OddJson.each(
                """
                {"id": "0123456789abcdef01234567", "title": "A", "html": "<a href='/b?ref=c'>b</a>",
                 "plaintext": "b", "custom_excerpt": "c", "url": "https://blog.example.org/a/",
                 "published_at": "2026-11-02T12:00:00.000+00:00",
                 "updated_at": "2026-11-02T12:30:00.000+00:00",
                 "feature_image": "https://x.example/", "feature_image_alt": "d",
                 "authors": [{"name": "Robin", "slug": "robin"}]}
                """,
                new GhostRecord(address, true)::read);
    }

    private GhostStub stub() {
        return (GhostStub) platform;
    }
}
