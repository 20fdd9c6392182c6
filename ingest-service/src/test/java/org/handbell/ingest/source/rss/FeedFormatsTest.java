package org.handbell.ingest.source.rss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Fetch.Unchanged;
import org.handbell.ingest.source.Hubs;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.PlainText;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFormatsTest {

    private static final String RSS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:media="http://search.yahoo.com/mrss/">
              <channel><title>Robin's days</title><link>http://blog.example.org</link>
              <description>d</description><language>en-GB</language>
              %s
              </channel></rss>
            """;

    private static final String ITEM =
            """
            <item>
              <title>Sports day &amp;#8211; done</title>
              <link>http://blog.example.org/sports-day/</link>
              <dc:creator>Robin Mead</dc:creator>
              <pubDate>Mon, 02 Nov 2026 13:30:00 +0100</pubDate>
              <guid isPermaLink="false">http://blog.example.org/?p=12</guid>
              <description>short</description>
              <content:encoded><![CDATA[<p>We won&nbsp;it.<br/>Twice.</p>
                <ul><li>one</li><li><a href="/more">two</a></li></ul>
                <script>alert(1)</script>
                <img src="http://blog.example.org/relay.jpg" alt="4B with the cup"/>
                <img class="emoji" alt="🏆" src="http://s.example.org/t.png"/>]]></content:encoded>
              <enclosure url="http://blog.example.org/run.mp4" length="1" type="video/mp4"/>
              <media:content url="http://blog.example.org/field.png" medium="image">
                <media:description>The field</media:description></media:content>
            </item>
            """;

    private final StubServer server = StubServer.start();
    private final PoliteWeb web = Webs.allowing(server.hostPort());
    private final RssSource source = new RssSource(web);

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    @Test
    void anRssItemKeepsItsWordsLinksAndPictures() {
        var item = only(Kind.PERSONAL, Answer.ok("application/rss+xml", RSS.formatted(ITEM)));

        assertThat(item.postId()).isEqualTo("http://blog.example.org/?p=12");
        assertThat(item.url()).isEqualTo("http://blog.example.org/sports-day/");
        assertThat(item.text())
                .isEqualTo("Sports day – done\n\nWe won it.\nTwice.\n\n- one\n- two\n\n🏆");
        assertThat(item.postedAt()).isEqualTo(Instant.parse("2026-11-02T12:30:00Z"));
        assertThat(item.platformTime()).isEqualTo("Mon, 02 Nov 2026 13:30:00 +0100");
        assertThat(item.language()).isEqualTo("en-GB");
        assertThat(item.links()).containsExactly(server.url("/more"));
        assertThat(item.media())
                .extracting(Post.Media::type, Post.Media::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.IMAGE, "4B with the cup"),
                        org.assertj.core.groups.Tuple.tuple(Post.MediaType.VIDEO, null),
                        org.assertj.core.groups.Tuple.tuple(Post.MediaType.IMAGE, "The field"));
        assertThat(item.author()).isNull();
        assertThat(item.original()).startsWith("<item").contains("alert(1)");
    }

    @Test
    void inAGroupAccountTheAuthorIsNamed() {
        var item = only(Kind.GROUP, Answer.ok("application/rss+xml", RSS.formatted(ITEM)));

        assertThat(item.author()).isEqualTo("Robin Mead");
    }

    @Test
    void withoutAGuidTheLinkIsTheIdentity() {
        var bare =
                """
                <item><title>Plain</title><link>http://blog.example.org/plain</link>
                <pubDate>Mon, 02 Nov 2026 12:30:00 GMT</pubDate></item>
                """;

        var item = only(Kind.PERSONAL, Answer.ok("application/rss+xml", RSS.formatted(bare)));

        assertThat(item.postId()).isEqualTo("http://blog.example.org/plain");
        assertThat(item.text()).isEqualTo("Plain");
    }

    @Test
    void aJsonFeedIsReadAlike() {
        var item =
                only(
                        Kind.PERSONAL,
                        Answer.ok(
                                "application/feed+json",
                                """
                                {"version": "https://jsonfeed.org/version/1.1", "title": "R",
                                 "language": "en-GB", "items": [{"id": 7,
                                 "url": "http://blog.example.org/7", "title": "Trip",
                                 "content_html": "<p>By <a href='http://rail.example.org/'>rail</a>.</p>",
                                 "date_published": "2026-11-02T12:30:00+00:00",
                                 "date_modified": "2026-11-02T13:30:00+00:00",
                                 "image": "http://blog.example.org/7.jpg",
                                 "attachments": [{"url": "http://blog.example.org/7.mp4",
                                  "mime_type": "video/mp4", "title": "Out of the window"}]}]}
                                """));

        assertThat(item.postId()).isEqualTo("7");
        assertThat(item.text()).isEqualTo("Trip\n\nBy rail.");
        assertThat(item.editedAt()).isEqualTo(Instant.parse("2026-11-02T13:30:00Z"));
        assertThat(item.links()).containsExactly("http://rail.example.org/");
        assertThat(item.media())
                .extracting(Post.Media::alt)
                .containsExactly(null, "Out of the window");
    }

    @ParameterizedTest
    @CsvSource({
        "'<item><title>Wobbly</title><pubDate>Mon, 02 Nov 2026 12:30:00 GMT</pubDate></item>', id (guid) and link are both missing",
        "'<item><title>Wobbly</title><guid>a</guid></item>', no readable time of publication",
        "'<item><title>Wobbly</title><guid>a</guid><pubDate>soon</pubDate></item>', no readable time of publication"
    })
    void aMalformedItemIsRejectedNamingTheField(String malformed, String reason) {
        server.on("/feed", Answer.ok("application/rss+xml", RSS.formatted(malformed + ITEM)));

        var fetched = (Fetched) fetch(Kind.PERSONAL, null);

        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.rejected())
                .singleElement()
                .extracting(Fetch.Rejected::reason)
                .asString()
                .startsWith(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name='generator' content='Discourse 3.5'>|/posts.json",
                "<meta name='generator' content='Ghost 6.0'>|/ghost/api/content/",
                "<link rel='alternate' type='application/rss+xml' href='/rss'>|it names one",
                "<p>Hens</p>|neither RSS, Atom nor JSON Feed"
            })
    void whereAPageStandsInsteadOfAFeedItIsSaidWhatToRegister(String page, String advice) {
        server.on("/feed", Answer.ok("text/html; charset=utf-8", "<!doctype html>" + page));

        assertThat(fetch(Kind.PERSONAL, null))
                .isInstanceOf(Refused.class)
                .asString()
                .contains(advice)
                .doesNotContain("Hens");
    }

    @Test
    void aFeedThatIsServedAsAPageIsReadAllTheSame() {
        assertThat(only(Kind.PERSONAL, Answer.ok("text/html", RSS.formatted(ITEM))).text())
                .contains("We won it.");
    }

    @Test
    void aPageOfAWordPressSiteIsKnownByItsHeader() {
        server.on(
                "/feed",
                Answer.ok("text/html", "<p>Hens</p>")
                        .with("Link", "<https://x.example/wp-json/>; rel=\"https://api.w.org/\""));

        assertThat(fetch(Kind.PERSONAL, null)).asString().contains("/wp-json/");
    }

    @Test
    void theHubThatAFeedNamesIsTold() {
        var links =
                "<link xmlns='http://www.w3.org/2005/Atom' rel='hub' href='/hub'/>"
                        + "<link xmlns='http://www.w3.org/2005/Atom' rel='self' href='/self'/>";
        assertThat(named(rss(links + ITEM)))
                .containsExactly(new Hubs.Hub(server.uri("/hub"), server.uri("/self")));
        assertThat(named(rss(ITEM))).isEmpty();
        assertThat(
                        named(
                                rss(ITEM)
                                        .with(
                                                "Link",
                                                "</x>; rel=\"next\", <https://hub.example.org/>;"
                                                        + " title=\"a, b\"; rel=hub, </mine>;"
                                                        + " rel=\"alternate self\"")))
                .containsExactly(
                        new Hubs.Hub(
                                java.net.URI.create("https://hub.example.org/"),
                                server.uri("/mine")));
        var json =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[],"
                        + "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example.org/\"}]}";
        assertThat(named(Answer.json(json)))
                .containsExactly(
                        new Hubs.Hub(
                                java.net.URI.create("https://hub.example.org/"),
                                server.uri("/feed")));
        assertThat(named(rss(links.replace("/hub", "javascript:alert(1)") + ITEM))).isEmpty();
    }

    private List<Hubs.Hub> named(Answer answer) {
        var named = new ArrayList<Hubs.Hub>();
        var hubs =
                new Hubs() {

                    @Override
                    public void named(String accountId, Hub hub) {
                        named.add(hub);
                    }

                    @Override
                    public void unchanged(String accountId) {}
                };
        server.on("/feed", answer);
        var account = Accounts.at(Platform.BLOG, server.url("/feed"));
        new RssSource(web, List.of(), hubs).fetch(account, null, Depth.SWEEP);
        return named;
    }

    /// Built to what a NodeBB forum was seen to do.
    @Test
    void aTopicThatChangesWithEachReplyIsAnotherPostEachTime() {
        var topic =
                """
                <item><title>Hens</title><link>https://forum.example.org/topic/4/hens</link>
                <guid isPermaLink="true">https://forum.example.org/topic/4/hens</guid>
                <dc:creator>%s</dc:creator><description>%s</description>
                <pubDate>Mon, 02 Nov 2026 %s:00:00 GMT</pubDate></item>
                """;
        var account = Accounts.at(Platform.FORUM, server.url("/feed"), Kind.GROUP);
        server.on("/feed", rss(topic.formatted("robin", "Who feeds them?", "12")));
        var opening = ((Fetched) source.fetch(account, null, Depth.SWEEP)).items().getFirst();
        server.on("/feed", rss(topic.formatted("sam", "I do", "13")));
        var reply = ((Fetched) source.fetch(account, null, Depth.SWEEP)).items().getFirst();

        assertThat(opening.postId())
                .isEqualTo("https://forum.example.org/topic/4/hens#2026-11-02T12:00:00Z");
        assertThat(reply.postId()).isNotEqualTo(opening.postId());
        assertThat(reply.author()).isEqualTo("sam");
    }

    private static Answer rss(String items) {
        return Answer.ok("application/rss+xml", RSS.formatted(items));
    }

    @Test
    void aFeedWithADocumentTypeOfItsOwnIsRefused() {
        var secret = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        var feed = RSS.formatted(ITEM).replace("<rss", secret + "<rss").replace("short", "&x;");
        server.on("/feed", Answer.ok("application/rss+xml", feed));

        assertThat(fetch(Kind.PERSONAL, null))
                .isInstanceOf(Refused.class)
                .asString()
                .contains("document type of its own");
    }

    @Test
    void aFeedThatIsNestedWithoutEndIsRefused() {
        var deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        server.on("/feed", Answer.ok("application/rss+xml", RSS.formatted(deep)));

        assertThat(fetch(Kind.PERSONAL, null)).isInstanceOf(Refused.class);
    }

    @Test
    void jsonThatIsNestedWithoutEndIsRefused() {
        server.on("/feed", Answer.json("{\"items\":" + "[".repeat(400_000)));

        assertThat(fetch(Kind.PERSONAL, null)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T12:00:00.123456789Z, 2026-11-02T12:00:00.123Z",
        "2026-11-02T12:00:00.987654+00:00, 2026-11-02T12:00:00.987Z",
        "2026-11-02T12:00:00.5Z, 2026-11-02T12:00:00.500Z",
        "2026-11-02T12:00:00Z, 2026-11-02T12:00:00Z"
    })
    void fractionsOfASecondStayFractionsHoweverManyDigitsTheyHave(String said, Instant at) {
        var feed =
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><published>"
                        + said
                        + "</published></entry></feed>";

        var item = only(Kind.PERSONAL, Answer.ok("application/atom+xml", feed));

        assertThat(item.postedAt()).isEqualTo(at);
        assertThat(item.platformTime()).isEqualTo(said);
    }

    @Test
    void aFeedWithANameThatIsNoneIsRefused() {
        server.on(
                "/feed",
                Answer.ok("application/rss+xml", "<rss><channel><:item/></channel></rss>"));

        assertThat(fetch(Kind.PERSONAL, null)).isInstanceOf(Refused.class);
    }

    @Test
    void aJsonFeedThatNamesNoLanguageIsRead() {
        var feed =
                """
                {"version": "https://jsonfeed.org/version/1.1", "items": [
                  {"id": "1", "content_text": "Rain", "date_published": "2026-11-02T12:00:00Z"}]}\
                """;

        assertThat(only(Kind.PERSONAL, Answer.ok("application/feed+json", feed)).language())
                .isNull();
    }

    @Test
    void htmlThatIsNestedWithoutEndIsStillRead() {
        var deep = ITEM.replace("short", "x").replace("<p>We", "<b>".repeat(100_000) + "<p>We");

        assertThat(
                        only(Kind.PERSONAL, Answer.ok("application/rss+xml", RSS.formatted(deep)))
                                .text())
                .contains("We won it.");
    }

    @Test
    @Timeout(60)
    void aMillionSpacesAreReadInOneGo() {
        var text = PlainText.ofHtml("<p>We" + "\u00a0".repeat(1_000_000) + "won it.", "").text();

        assertThat(text).startsWith("We ").endsWith(" won it.").hasSize(1_000_009);
    }

    @Test
    void anUnchangedFeedIsNotReadAgain() {
        server.on(
                "/feed",
                asked ->
                        "\"v1\"".equals(asked.header("if-none-match"))
                                ? Answer.status(304)
                                : Answer.ok("application/rss+xml", RSS.formatted(ITEM))
                                        .with("ETag", "\"v1\""));

        var first = (Fetched) fetch(Kind.PERSONAL, null);

        assertThat(fetch(Kind.PERSONAL, first.position())).isInstanceOf(Unchanged.class);
    }

    @Test
    void onlyASweepToTheFeedsEndIsComplete() {
        server.on("/feed", Answer.ok("application/rss+xml", RSS.formatted(ITEM)));
        assertThat(swept().complete()).isTrue();
        assertThat(((Fetched) fetch(Kind.PERSONAL, null)).complete()).isFalse();

        var more = "<link xmlns='http://www.w3.org/2005/Atom' rel='next' href='/gone'/>" + ITEM;
        server.on("/feed", Answer.ok("application/rss+xml", RSS.formatted(more)));
        assertThat(swept().complete()).isFalse();
    }

    @Test
    void aPostThatFellOffTheEndIsThereWhileItsPageIs() {
        server.on("/feed", Answer.ok("application/rss+xml", RSS.formatted(ITEM)));
        server.on("/old", Answer.ok("text/html", "<p>still here"));

        assertThat(presence(server.url("/old"))).isEqualTo(Presence.THERE);
        assertThat(presence(server.url("/older"))).isEqualTo(Presence.GONE);
        assertThat(presence("tag:blog.example.org,2026:1")).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aBrokenFeedLeavesPresenceOpen() {
        server.on("/feed", Answer.status(404));

        assertThat(presence(server.url("/older"))).isEqualTo(Presence.UNKNOWN);
    }

    private Presence presence(String postId) {
        return source.presence(Accounts.at(Platform.BLOG, server.url("/feed")), postId);
    }

    private Fetched swept() {
        var account = Accounts.at(Platform.FORUM, server.url("/feed"));
        return (Fetched) source.fetch(account, null, Depth.SWEEP);
    }

    private Fetch fetch(Kind kind, @org.jspecify.annotations.Nullable String position) {
        var account = Accounts.at(Platform.BLOG, server.url("/feed"), kind);
        return source.fetch(account, position, Depth.NEWEST);
    }

    private Item only(Kind kind, Answer answer) {
        server.on("/feed", answer);
        var fetched = (Fetched) fetch(kind, null);
        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.items()).hasSize(1);
        return fetched.items().getFirst();
    }
}
