package org.handbell.ingest.source.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
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

class MastodonSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new MastodonStub(server);
    }

    private MastodonStub stub() {
        return (MastodonStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "@robin@social.example.org, https://social.example.org, robin",
        "robin@social.example.org:8443, https://social.example.org:8443, robin",
        "https://social.example.org/@robin, https://social.example.org, robin",
        "http://localhost:8001/@robin/, http://localhost:8001, robin",
        "https://social.example.org/users/robin, https://social.example.org, robin",
        "http://localhost:8001/robin, http://localhost:8001, robin"
    })
    void anAddressIsAHandleOrAProfile(String address, String server, String name) {
        assertThat(MastodonAddress.of(address)).contains(new MastodonAddress(server, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robin",
                "@robin",
                "ftp://social.example.org/@robin",
                "@robin@host/../x",
                "https://social.example.org/",
                "https://u:p@social.example.org/@robin"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(source.reads(Accounts.at(Platform.MASTODON, address))).isFalse();
    }

    @Test
    void aContentWarningIsPartOfTheText() {
        stub().add(NOON, Map.of("spoiler_text", "Rant", "content", "<p>Oh no</p>"));

        assertThat(only(null).text()).isEqualTo("Rant\n\nOh no");
    }

    @Test
    void aBoostIsAShareOfWhatSomebodyElseSaid() {
        var original =
                Map.of(
                        "uri", "https://else.example.org/1",
                        "url", "https://else.example.org/@wren/1",
                        "content", "<p>Look <a href='https://x.example.org'>here</a></p>",
                        "account", Map.of("acct", "wren@else.example.org"));
        stub().add(NOON, Map.of("reblog", original, "content", "<p>Look here</p>"));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEmpty();
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(
                                "wren@else.example.org",
                                "Look here",
                                "https://else.example.org/@wren/1"));
    }

    @Test
    void aQuotationIsAShareWithWordsOfItsOwn() {
        var quoted = Map.of("uri", "https://else.example.org/1", "content", "<p>Rain</p>");
        stub().add(
                        NOON,
                        Map.of(
                                "content",
                                "<p>Told you</p>",
                                "quote",
                                Map.of("state", "accepted", "quoted_status", quoted)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEqualTo("Told you");
        assertThat(item.of()).extracting(Post.Engaged::text).isEqualTo("Rain");
    }

    @Test
    void aReplyNamesWhomItAnswersButNotTheirWords() {
        stub().add(
                        NOON,
                        Map.of(
                                "in_reply_to_id", "5",
                                "in_reply_to_account_id", "9",
                                "mentions",
                                        List.of(Map.of("id", "9", "acct", "wren@else.example.org")),
                                "content", "<p>No</p>"));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.of()).isEqualTo(new Post.Engaged("wren@else.example.org", "", null));
    }

    @Test
    void aPollBringsItsOptions() {
        var options = List.of(Map.of("title", "Yes", "votes_count", 3), Map.of("title", "No"));
        stub().add(NOON, Map.of("content", "<p>Rain?</p>", "poll", Map.of("options", options)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.pollOptions()).containsExactly("Yes", "No");
    }

    @Test
    void picturesBringTheirDescriptions() {
        stub().add(
                        NOON,
                        Map.of(
                                "media_attachments",
                                List.of(
                                        Map.of(
                                                "type",
                                                "image",
                                                "url",
                                                "https://f.example.org/1",
                                                "description",
                                                "4B with the cup"),
                                        Map.of("type", "gifv", "url", "https://f.example.org/2"),
                                        Map.of(
                                                "type",
                                                "audio",
                                                "url",
                                                "https://f.example.org/3"))));

        assertThat(only(null).media())
                .extracting(Post.Media::type, Post.Media::alt)
                .containsExactly(
                        Tuple.tuple(Post.MediaType.IMAGE, "4B with the cup"),
                        Tuple.tuple(Post.MediaType.VIDEO, null));
    }

    @Test
    void linksAreKeptAndMentionsAreNot() {
        stub().add(
                        NOON,
                        Map.of(
                                "content",
                                "<p><a class='u-url mention' href='https://else.example.org/@wren'>@wren</a>"
                                        + " <a href='https://x.example.org/long/way'><span"
                                        + " class='invisible'>https://</span><span>x.example.org/long</span><span"
                                        + " class='invisible'>/way</span></a></p>"));

        var item = only(null);

        assertThat(item.text()).isEqualTo("@wren https://x.example.org/long/way");
        assertThat(item.links()).containsExactly("https://x.example.org/long/way");
    }

    @Test
    void onlyWhatIsPublicIsCollected() {
        stub().add(NOON, Map.of("visibility", "private", "content", "<p>friends</p>"));
        stub().add(NOON, Map.of("visibility", "direct", "content", "<p>you</p>"));
        stub().add(NOON, Map.of("visibility", "unlisted", "content", "<p>quiet</p>"));
        stub().add(NOON, Map.of("content", "<p>all</p>"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items())
                .extracting(Item::text)
                .containsExactlyInAnyOrder("quiet", "all");
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void anEditSaysWhen() {
        var id = platform.post("before", NOON);
        platform.edit(id, "after");

        assertThat(only(null).editedAt()).isEqualTo(Instant.parse("2026-11-03T08:00:00Z"));
    }

    @Test
    void aServerThatShowsTheLastStatusAgainIsReadToItsEnd() {
        stub().takeMaxIdAsInclusive();
        IntStream.range(0, 100).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(100);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void betweenSweepsOnePageIsEnough() {
        IntStream.range(0, 100).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.NEWEST).position();
        var sofar = server.asked().size();

        platform.post("new", NOON.plusSeconds(200));
        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.items().getFirst().text()).isEqualTo("new");
        assertThat(fetched.complete()).isFalse();
        assertThat(server.asked()).hasSize(sofar + 1);
    }

    @Test
    void anAccountWhoseIdHasChangedIsLookedUpAnew() {
        platform.post("here", NOON);
        server.on("/api/v1/accounts/12/statuses", Answer.status(404));

        assertThat(fetched("{\"account\":\"12\"}", Depth.NEWEST).items()).hasSize(1);
    }

    @Test
    void anUnknownAccountIsRefusedWithWhatToDo() {
        var nobody = Accounts.at(Platform.MASTODON, server.url("/@nobody"));

        assertThat(source.fetch(nobody, null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("not found (404)")
                                        .contains("acct:name@host"));
    }

    @Test
    void aSuspendedAccountIsRefusedAndNotTakenForAnEmptyOne() {
        platform.post("here", NOON);
        stub().say("suspended", true);

        assertThat(sweepRefusal()).contains("suspended").contains("close it in the register");
    }

    @Test
    void aMovedAccountIsRefusedWithoutSayingWhereItWent() {
        stub().say("moved", Map.of("acct", "robin@else.example.org"));

        assertThat(sweepRefusal()).contains("moved").doesNotContain("else.example.org");
    }

    @Test
    void anAccountThatIsGoneForGoodIsRefusedWithWhatToDo() {
        server.on("/api/v1/accounts/lookup", Answer.status(410));

        assertThat(sweepRefusal()).contains("gone for good (410)").contains("close it");
    }

    @Test
    void aServerThatWantsATokenSaysWhereOneIsGiven() {
        platform.answerListWith(_ -> Answer.status(401));

        assertThat(sweepRefusal()).contains("401").contains("handbell.ingest.tokens");
    }

    @Test
    void anEditThatWasUndoneBetweenTwoLooksIsAStateAllTheSame() {
        var id = platform.post("Good morning", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().edit(id, "Rubbish", NOON.plusSeconds(60));
        stub().edit(id, "Good morning", NOON.plusSeconds(90));

        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.items()).extracting(Item::text).containsExactly("Good morning");
        assertThat(fetched.earlier())
                .extracting(Item::text, Item::editedAt)
                .containsExactly(
                        Tuple.tuple("Good morning", null),
                        Tuple.tuple("Rubbish", NOON.plusSeconds(60)));
        assertThat(fetched.earlier()).extracting(Item::postId).containsOnly(id);
        assertThat(fetched.earlier().getLast().original()).contains("Rubbish");
    }

    @Test
    void historiesAreAskedForOncePerEditAndNotForOldOnes() {
        var id = platform.post("one", NOON);
        stub().edit(id, "two", NOON.plusSeconds(60));
        var first = fetched(null, Depth.SWEEP);
        stub().edit(id, "three", NOON.plusSeconds(120));
        var second = fetched(first.position(), Depth.NEWEST);
        var third = fetched(second.position(), Depth.NEWEST);
        var sweep = fetched(third.position(), Depth.SWEEP);
        var again = fetched(sweep.position(), Depth.SWEEP);

        assertThat(first.earlier()).isEmpty();
        assertThat(second.earlier()).hasSize(2);
        assertThat(third.earlier()).isEmpty();
        assertThat(sweep.earlier()).hasSize(2);
        assertThat(again.earlier()).isEmpty();
    }

    @Test
    void aServerWithoutHistoriesShowsTheLastStateAlone() {
        var id = platform.post("one", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().edit(id, "two", NOON.plusSeconds(60));
        stub().answerHistoriesWith(Answer.status(404));

        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.items()).extracting(Item::text).containsExactly("two");
        assertThat(fetched.earlier()).isEmpty();
    }

    @Test
    void aHistoryThatDidNotComeIsAskedForAgain() {
        var id = platform.post("one", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().edit(id, "two", NOON.plusSeconds(60));
        stub().answerHistoriesWith(Answer.status(500));
        var first = fetched(position, Depth.NEWEST);
        stub().edit(id, "three", NOON.plusSeconds(120));

        assertThat(fetched(first.position(), Depth.NEWEST).earlier())
                .extracting(Item::text)
                .containsExactly("one", "two");
    }

    @Test
    void aRevisionThatCannotBeReadIsRejectedAndTheOthersGoOn() {
        var id = platform.post("one", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().edit(id, "two", NOON.plusSeconds(60));
        stub().answerHistoriesWith(
                        Answer.json(
                                "[7,{\"content\":\"<p>one</p>\",\"created_at\":\"2026-11-02T12:00:00Z\"},{}]"));

        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.earlier()).extracting(Item::text).containsExactly("one");
        assertThat(fetched.rejected()).hasSize(1);
    }

    @Test
    void aPictureWithoutWordsHasAHistoryToo() {
        var id = stub().add(NOON, Map.of("content", ""));
        var position = fetched(null, Depth.SWEEP).position();
        stub().edit(id, "words", NOON.plusSeconds(60));

        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.earlier()).extracting(Item::text).containsExactly("");
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void anEndedPollSaysHowTheVotesFell() {
        var id = openPoll();
        assertThat(only(null).pollOptions()).containsExactly("Yes", "No");

        stub().change(id, Map.of("poll", ended(4)));

        assertThat(only(null).pollOptions()).containsExactly("Yes (4 votes)", "No (1 vote)");
    }

    @Test
    void aPollIsReadAgainWhenItEndsThoughItIsOnNoPageAnyMore() {
        var id = openPoll();
        var position = fetched(null, Depth.SWEEP).position();
        IntStream.range(0, 60).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        position = fetched(position, Depth.NEWEST).position();
        position = fetched(position, Depth.NEWEST).position();
        stub().change(id, Map.of("poll", ended(4)));
        var asked = server.asked().size();

        var open = fetched(position, Depth.NEWEST);
        stub().clock().pass(Duration.ofHours(1));
        var ended = fetched(open.position(), Depth.NEWEST);
        fetched(ended.position(), Depth.NEWEST);

        assertThat(open.items()).extracting(Item::postId).doesNotContain(id);
        assertThat(ended.items())
                .filteredOn(item -> item.postId().equals(id))
                .singleElement()
                .extracting(Item::pollOptions)
                .isEqualTo(List.of("Yes (4 votes)", "No (1 vote)"));
        assertThat(server.asked()).hasSize(asked + 4);
    }

    @Test
    void aPollThatIsGoneIsNotAskedForAgain() {
        var id = openPoll();
        var position = fetched(null, Depth.SWEEP).position();
        platform.delete(id);
        stub().clock().pass(Duration.ofHours(1));
        var asked = server.asked().size();
        var gone = fetched(position, Depth.NEWEST);
        fetched(gone.position(), Depth.NEWEST);

        assertThat(gone.items()).isEmpty();
        assertThat(server.asked()).hasSize(asked + 3);
    }

    @Test
    void aQuotationThatIsNotAcceptedIsOneAllTheSame() {
        stub().add(NOON, Map.of("content", "<p>Told you</p>", "quote", Map.of("state", "pending")));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.of()).isEqualTo(new Post.Engaged(null, "", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 100})
    void aServerThatIgnoresTheLimitIsReadToItsEnd(int length) {
        stub().ignoreLimit(length);
        IntStream.range(0, 95).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(95);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void aPositionWithManyPollsIsShort() {
        for (int i = 0; i < 60; i++) {
            stub().add(NOON.plusSeconds(i), Map.of("poll", open(ends().plusSeconds(i), 1)));
        }

        assertThat(fetched(null, Depth.SWEEP).position()).hasSizeLessThan(2048);
    }

    private String openPoll() {
        return stub().add(NOON.minusSeconds(60), Map.of("poll", open(ends(), 3)));
    }

    private Instant ends() {
        return stub().clock().instant().plusSeconds(1800);
    }

    private Map<String, Object> ended(int votes) {
        var poll = new HashMap<>(open(ends(), votes));
        poll.put("expired", true);
        return poll;
    }

    private static Map<String, Object> open(Instant until, int votes) {
        return Map.of(
                "id",
                "5",
                "expires_at",
                until.toString(),
                "expired",
                false,
                "options",
                List.of(
                        Map.of("title", "Yes", "votes_count", votes),
                        Map.of("title", "No", "votes_count", 1)));
    }

    private String sweepRefusal() {
        var fetch = fetch(null, Depth.SWEEP);
        assertThat(fetch).isInstanceOf(Refused.class);
        return ((Refused) fetch).reason();
    }
}
