package org.handbell.ingest.source.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
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

class XSourceTest extends SourceContract {

    private static final String NOTE = "The first words, and then ".repeat(20) + "the last ones";

    @Override
    protected StubPlatform platform(StubServer server) {
        return new XStub(server);
    }

    private XStub stub() {
        return (XStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "77, 77, ''",
        "robin_teaches, '', robin_teaches",
        "@Robin7, '', Robin7",
        "@12345, '', 12345",
        "https://x.com/robin_teaches, '', robin_teaches",
        "https://twitter.com/robin_teaches/, '', robin_teaches",
        "https://www.x.com/robin_teaches, '', robin_teaches",
        "https://x.com/i/user/77, 77, ''"
    })
    void anAddressIsANumberAHandleOrAProfile(String address, String number, String handle) {
        assertThat(XAddress.of(address)).contains(new XAddress(number, handle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "name.with.dots",
                "@robin@social.example.org",
                "far_too_long_a_handle",
                "https://x.com/home",
                "https://x.com/robin_teaches/status/1",
                "https://x.com.example.org/robin_teaches",
                "https://u:p@x.com/robin_teaches"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(XAddress.of(address)).isEmpty();
    }

    @Test
    void aHandleIsLookedUpOnceAndTheNumberIsKept() {
        platform.post("here", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        server.on(XStub.LOOKUP, Answer.json("{\"data\":{\"id\":\"88\"}}"));

        assertThat(fetched(position, Depth.SWEEP).items()).hasSize(1);
        assertThat(server.asked(XStub.LOOKUP)).hasSize(1);
    }

    @Test
    void aNumberIsNotLookedUp() {
        platform.post("here", NOON);
        var account = Accounts.at(Platform.X, "77");

        assertThat(source.fetch(account, null, Depth.NEWEST).toString()).contains("here");
        assertThat(server.asked(XStub.LOOKUP)).isEmpty();
    }

    @Test
    void anUnknownHandleIsRefused() {
        server.on(XStub.LOOKUP, XStub.error("Not Found Error"));

        assertThat(fetch(null, Depth.NEWEST))
                .isEqualTo(new Refused("X knows no such account, or has suspended it"));
    }

    @Test
    void aProtectedAccountIsRefused() {
        platform.answerListWith(_ -> XStub.error("Authorization Error"));

        assertThat(refusal()).contains("protected");
    }

    @Test
    void aLongPostIsReadToItsEnd() {
        stub().add(
                        NOON,
                        Map.of(
                                "text",
                                NOTE.substring(0, 275) + "… https://t.co/abc",
                                "note_tweet",
                                Map.of("text", NOTE)));

        assertThat(only(null).text()).isEqualTo(NOTE);
    }

    @Test
    void aRetweetBringsTheOriginalInFull() {
        var id = stub().id(NOON.minusSeconds(60));
        stub().include(
                        "tweets",
                        Map.of("id", id, "text", "short…", "note_tweet", Map.of("text", NOTE)));
        stub().add(
                        NOON,
                        Map.of(
                                "text",
                                "RT @wren_writes: " + NOTE.substring(0, 120) + "…",
                                "referenced_tweets",
                                List.of(Map.of("type", "retweeted", "id", id))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEmpty();
        assertThat(item.of()).isEqualTo(new Post.Engaged("wren_writes", NOTE, XPost.address(id)));
        assertThat(item.original()).contains("the last ones");
    }

    @Test
    void aRetweetWhoseOriginalIsGoneKeepsWhatItShows() {
        stub().add(
                        NOON,
                        Map.of(
                                "text",
                                "RT @wren_writes: Rain &amp; wind",
                                "referenced_tweets",
                                List.of(Map.of("type", "retweeted", "id", "5"))));

        assertThat(only(null).of())
                .isEqualTo(new Post.Engaged("wren_writes", "Rain & wind", XPost.address("5")));
    }

    @Test
    void aQuotationIsAShareWithWordsOfItsOwn() {
        stub().include("tweets", Map.of("id", "5", "text", "Rain"));
        stub().add(
                        NOON,
                        Map.of(
                                "text", "Told you https://t.co/abc",
                                "entities",
                                        Map.of(
                                                "urls",
                                                List.of(
                                                        Map.of(
                                                                "url", "https://t.co/abc",
                                                                "expanded_url",
                                                                        "https://twitter.com/wren_writes/status/5"))),
                                "referenced_tweets", List.of(Map.of("type", "quoted", "id", "5"))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEqualTo("Told you");
        assertThat(item.links()).isEmpty();
        assertThat(item.of())
                .isEqualTo(new Post.Engaged("wren_writes", "Rain", XPost.address("5")));
    }

    @Test
    void aReplyNamesWhomItAnswersButNotTheirWords() {
        stub().include("tweets", Map.of("id", "5", "text", "words of somebody else"));
        stub().add(
                        NOON,
                        Map.of(
                                "text",
                                "@wren_writes No",
                                "in_reply_to_user_id",
                                "9",
                                "entities",
                                Map.of(
                                        "mentions",
                                        List.of(Map.of("id", "9", "username", "wren_writes"))),
                                "referenced_tweets",
                                List.of(Map.of("type", "replied_to", "id", "5"))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.of()).isEqualTo(new Post.Engaged("wren_writes", "", XPost.address("5")));
        assertThat(item.original()).doesNotContain("somebody else");
    }

    @Test
    void aPollBringsItsOptionsInOrder() {
        stub().include(
                        "polls",
                        Map.of(
                                "id", "31",
                                "voting_status", "open",
                                "options",
                                        List.of(
                                                Map.of("position", 2, "label", "No", "votes", 4),
                                                Map.of(
                                                        "position",
                                                        1,
                                                        "label",
                                                        "Yes",
                                                        "votes",
                                                        3))));
        stub().add(NOON, Map.of("text", "Rain?", "attachments", Map.of("poll_ids", List.of("31"))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.pollOptions()).containsExactly("Yes", "No");
    }

    @Test
    void picturesBringTheirDescriptionsAndFilmsTheirFile() {
        stub().include(
                        "media",
                        Map.of(
                                "media_key",
                                "3_1",
                                "type",
                                "photo",
                                "url",
                                "https://pbs.example.org/1.jpg",
                                "alt_text",
                                "4B with the cup"));
        stub().include(
                        "media",
                        Map.of(
                                "media_key",
                                "7_2",
                                "type",
                                "video",
                                "variants",
                                List.of(
                                        Map.of(
                                                "content_type",
                                                "application/x-mpegURL",
                                                "url",
                                                "https://v.example.org/l"),
                                        Map.of(
                                                "content_type",
                                                "video/mp4",
                                                "url",
                                                "https://v.example.org/f"))));
        stub().add(
                        NOON,
                        Map.of(
                                "text", "Won https://t.co/pic",
                                "entities",
                                        Map.of(
                                                "urls",
                                                List.of(
                                                        Map.of(
                                                                "url", "https://t.co/pic",
                                                                "expanded_url",
                                                                        "https://x.com/robin_teaches/status/1/photo/1"))),
                                "attachments", Map.of("media_keys", List.of("3_1", "7_2", "9_9"))));

        var item = only(null);

        assertThat(item.text()).isEqualTo("Won");
        assertThat(item.media())
                .extracting(Post.Media::type, Post.Media::url, Post.Media::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.IMAGE,
                                "https://pbs.example.org/1.jpg",
                                "4B with the cup"),
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.VIDEO, "https://v.example.org/f", null));
    }

    @Test
    void shortenedLinksAreUnwound() {
        stub().add(
                        NOON,
                        Map.of(
                                "text",
                                "See https://t.co/abc and https://t.co/def",
                                "entities",
                                Map.of(
                                        "urls",
                                        List.of(
                                                Map.of(
                                                        "url", "https://t.co/abc",
                                                        "expanded_url",
                                                                "https://short.example.org/x",
                                                        "unwound_url",
                                                                "https://long.example.org/the/way"),
                                                Map.of(
                                                        "url", "https://t.co/def",
                                                        "expanded_url",
                                                                "https://b.example.org/")))));

        var item = only(null);

        assertThat(item.text())
                .isEqualTo("See https://short.example.org/x and https://b.example.org/");
        assertThat(item.links())
                .containsExactly("https://long.example.org/the/way", "https://b.example.org/");
    }

    @Test
    void anEditIsNewToX_ButTheSamePostToUs() {
        var id = platform.post("before", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        platform.edit(id, "after");

        var items = fetched(position, Depth.NEWEST).items();

        assertThat(items)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.postId()).isEqualTo(id);
                    assertThat(item.url())
                            .isNotEqualTo(id)
                            .startsWith("https://x.com/i/web/status/");
                    assertThat(item.text()).isEqualTo("after");
                    assertThat(item.postedAt()).isEqualTo(NOON);
                    assertThat(item.editedAt()).isEqualTo(NOON.plusSeconds(90));
                });
    }

    @Test
    void whatXSaysOfLanguageIsTakenWhereItIsOne() {
        stub().add(NOON, Map.of("text", "Bore da", "lang", "cy"));
        stub().add(NOON.minusSeconds(1), Map.of("text", "!!!", "lang", "qme"));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::language)
                .containsExactly("cy", null);
    }

    @Test
    void betweenFullReadingsOnlyWhatIsNewIsAskedFor() {
        var first = platform.post("first", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        var second = platform.post("second", NOON.plusSeconds(60));

        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.items()).extracting(Item::postId).containsExactly(second);
        assertThat(fetched.complete()).isFalse();
        assertThat(server.asked(XStub.LIST).getLast().query("since_id"))
                .isEqualTo(first.substring(first.lastIndexOf('/') + 1));
    }

    @Test
    void nothingFromBeforeTheNoticeIsAskedFor() {
        fetched(null, Depth.SWEEP);

        assertThat(server.asked(XStub.LIST).getLast().query("start_time"))
                .isEqualTo("2020-01-01T00:00:00Z");
    }

    @Test
    void aPostThatIsClosedToUsIsNotGone() {
        var id = platform.post("there", NOON);
        platform.answerPostWith(XStub.error("Authorization Error"));

        assertThat(source.presence(platform.account(), id)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void oddIdsAndDatesAreMalformedAndNothingElse() {
        stub().add(NOON, Map.of("id", "not a number", "text", "Wobbly"));
        stub().add(NOON, Map.of("created_at", "yesterday", "text", "Wobbly"));
        stub().add(
                        NOON,
                        Map.of(
                                "id",
                                "9999999999999999999",
                                "edit_history_tweet_ids",
                                List.of("99999999999999999999999", 7, "1"),
                                "text",
                                "far"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.rejected()).hasSize(2);
        assertThat(fetched.items())
                .singleElement()
                .extracting(Item::postedAt)
                .isEqualTo(Instant.parse("2010-11-04T01:42:54.657Z"));
    }
}
