package org.handbell.ingest.source.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityPubSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new ActivityPubStub(server);
    }

    private ActivityPubStub stub() {
        return (ActivityPubStub) platform;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acct:robin@social.example.org",
                "acct:robin@localhost:8001",
                "https://forum.example.org/uid/5",
                "https://blog.example.org/?author=3",
                "https://social.example.org/ap/users/1154"
            })
    void anAddressIsAnAccountOrAnActor(String address) {
        assertThat(source.reads(Accounts.at(Platform.MASTODON, address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robin",
                "@robin@social.example.org",
                "https://social.example.org/@robin",
                "https://social.example.org/users/robin",
                "https://social.example.org/robin",
                "acct:robin@host/../x",
                "https://social.example.org/",
                "ftp://social.example.org/uid/5",
                "https://u:p@social.example.org/uid/5"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(source.reads(Accounts.at(Platform.MASTODON, address))).isFalse();
    }

    @Test
    void anAccountIsFoundByWebFinger() {
        var id = platform.post("Choir at four", NOON);
        var account = Accounts.at(Platform.MASTODON, "acct:robin@localhost:" + server.port());
        try (var both = Webs.allowing(server.hostPort(), "localhost:" + server.port())) {
            var fetched = (Fetched) platform.source(both).fetch(account, null, Depth.SWEEP);

            assertThat(fetched.items()).extracting(Item::postId).containsExactly(id);
        }
    }

    @Test
    void anAddressThatLeadsToAnotherActorIsNotFollowed() {
        platform.post("here", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().say("id", server.url("/actors/wren"));

        assertThat(((Refused) fetch(position, Depth.SWEEP)).reason())
                .contains("another actor")
                .doesNotContain("wren");
    }

    @Test
    void activitiesInTheCollectionItselfAreRead() {
        stub().inline();
        IntStream.range(0, 20).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(20);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void aCollectionThatIsItsOwnFirstPageIsReadOn() {
        platform.post("old", NOON);
        platform.post("new", NOON.plusSeconds(60));
        platform.answerListWith(asked ->
                Answer.json(
                        page(
                                asked.query("before").isEmpty() ? "new" : "old",
                                asked.query("before").isEmpty()
                                        ? server.url("/actors/robin/outbox?before=1")
                                        : null)));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::text)
                .containsExactlyInAnyOrder("new", "old");
    }

    private String page(String text, @Nullable String next) {
        var id = server.url("/objects/" + text);
        return """
        {"type":"OrderedCollectionPage","prev":"%s?after=9",%s"orderedItems":[
          {"id":"%s#c","type":"Create","object":{"id":"%s","type":"Note","content":"%s",
           "published":"2026-11-02T12:00:00Z"}}]}
        """
                .formatted(
                        server.url("/actors/robin/outbox"),
                        next == null ? "" : "\"next\":\"" + next + "\",",
                        id,
                        id,
                        text);
    }

    @Test
    void aPageOnAnotherServerIsNotFollowed() {
        platform.answerListWith(_ -> Answer.json(page("new", "https://else.example.org/p2")));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void theWordsAreThoseOfTheContentNotOfItsTranslationsThatAnEditLeftBehind() {
        stub().add(
                        "Note",
                        NOON,
                        Map.of(
                                "content",
                                "<p>after</p>",
                                "contentMap",
                                Map.of("en", "<p>before</p>")));

        assertThat(only(null).text()).isEqualTo("after");
        assertThat(only(null).language()).isEqualTo("en");
    }

    @Test
    void wordsThatAreInTheMapAloneAreRead() {
        stub().add("Note", NOON, Map.of("contentMap", Map.of("cy", "<p>Bore da</p>")));

        assertThat(only(null).text()).isEqualTo("Bore da");
    }

    @Test
    void anArticleBringsItsTitleAndNotItsSummaryTwice() {
        stub().add(
                        "Article",
                        NOON,
                        Map.of(
                                "name",
                                "Sports day",
                                "summary",
                                "We ran",
                                "content",
                                "<p>We ran.</p>"));

        assertThat(only(null).text()).isEqualTo("Sports day\n\nWe ran.");
    }

    @Test
    void aWarningIsPartOfTheText() {
        stub().add("Note", NOON, Map.of("summary", "Rant", "content", "<p>Oh no</p>"));

        assertThat(only(null).text()).isEqualTo("Rant\n\nOh no");
    }

    @Test
    void aQuestionBringsItsOptionsAndItsVotesOnceItHasEnded() {
        var ends = stub().clock().instant().plusSeconds(60);
        stub().add(
                        "Question",
                        NOON,
                        Map.of(
                                "content",
                                "Rain?",
                                "endTime",
                                ends.toString(),
                                "oneOf",
                                List.of(option("Yes", 4), option("No", 1))));
        assertThat(only(null).action()).isEqualTo(Action.POLL);
        assertThat(only(null).pollOptions()).containsExactly("Yes", "No");

        stub().clock().pass(Duration.ofMinutes(2));

        assertThat(only(null).pollOptions()).containsExactly("Yes (4 votes)", "No (1 vote)");
    }

    private static Map<String, Object> option(String name, int votes) {
        return Map.of("type", "Note", "name", name, "replies", Map.of("totalItems", votes));
    }

    @Test
    void anAttachmentIsDescribedByItsNameWhetherOneOrMany() {
        var cup =
                Map.of(
                        "type", "Document",
                        "mediaType", "image/png",
                        "url", "https://f.example.org/1",
                        "name", "4B with the cup");
        var clip =
                Map.of(
                        "type",
                        "Video",
                        "url",
                        List.of(Map.of("type", "Link", "href", "https://f.example.org/2")));
        stub().add("Note", NOON, Map.of("attachment", cup));
        stub().add("Note", NOON.plusSeconds(1), Map.of("attachment", List.of(cup, clip)));

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items.getLast().media()).hasSize(1);
        assertThat(items.getFirst().media())
                .extracting(Post.Media::type, Post.Media::alt, Post.Media::url)
                .containsExactly(
                        Tuple.tuple(
                                Post.MediaType.IMAGE, "4B with the cup", "https://f.example.org/1"),
                        Tuple.tuple(Post.MediaType.VIDEO, null, "https://f.example.org/2"));
    }

    @Test
    void anAnnouncementIsAShareOfWhatSomebodyElseSaid() {
        server.on("/elsewhere/1", Answer.json(json(elsewhere())));
        var id = stub().act("Announce", NOON, Map.of("object", server.url("/elsewhere/1")));

        var item = only(null);

        assertThat(item.postId()).isEqualTo(id);
        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEmpty();
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(
                                "https://else.example.org/wren",
                                "Look here",
                                "https://else.example.org/@wren/1"));
    }

    @Test
    void whatWasSharedAndIsGoneIsAShareWithoutWords() {
        var gone = server.url("/elsewhere/2");
        stub().act("Announce", NOON, Map.of("object", gone));

        assertThat(only(null).of()).isEqualTo(new Post.Engaged(null, "", gone));
    }

    @Test
    void whatCannotBeReachedNowIsLeftForAnotherSweep() {
        server.on("/elsewhere/3", Answer.status(500));
        stub().act("Announce", NOON, Map.of("object", server.url("/elsewhere/3")));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void whatWasSharedIsFetchedOnceBetweenSweeps() {
        server.on("/elsewhere/1", Answer.json(json(elsewhere())));
        stub().act("Announce", NOON, Map.of("object", server.url("/elsewhere/1")));
        var position = fetched(null, Depth.SWEEP).position();
        fetched(position, Depth.NEWEST);

        assertThat(server.asked("/elsewhere/1")).hasSize(1);
    }

    private static Map<String, Object> elsewhere() {
        return Map.of(
                "id", "https://else.example.org/1",
                "type", "Note",
                "url", "https://else.example.org/@wren/1",
                "attributedTo", "https://else.example.org/wren",
                "content", "<p>Look <b>here</b></p>");
    }

    @Test
    void activitiesAndObjectsThatAreOnlyNamedAreFetchedFromTheirOwnServer() {
        var id = server.url("/objects/named");
        server.on(
                "/objects/named",
                Answer.json(
                        json(
                                Map.of(
                                        "id",
                                        id,
                                        "type",
                                        "Note",
                                        "content",
                                        "<p>Named</p>",
                                        "published",
                                        NOON.toString()))));
        stub().act("Create", NOON, Map.of("object", id));
        stub().act("Create", NOON, Map.of("object", "https://else.example.org/2"));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::text)
                .containsExactly("Named");
    }

    @Test
    void aReplyAndAQuotationSayWhatTheyAreAbout() {
        stub().add("Note", NOON, Map.of("inReplyTo", "https://else.example.org/1"));
        stub().add("Note", NOON.plusSeconds(1), Map.of("quoteUrl", "https://else.example.org/2"));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::action, Item::of)
                .containsExactly(
                        Tuple.tuple(
                                Action.SHARE,
                                new Post.Engaged(null, "", "https://else.example.org/2")),
                        Tuple.tuple(
                                Action.REPLY,
                                new Post.Engaged(null, "", "https://else.example.org/1")));
    }

    @Test
    void onlyWhatIsPublicIsCollected() {
        stub().add("Note", NOON, Map.of("content", "friends", "to", server.url("/followers")));
        stub().act("Create", NOON, Map.of("to", server.url("/wren"), "object", note("you")));
        stub().act("Create", NOON, Map.of("object", note("as its activity")));
        stub().add("Note", NOON, Map.of("content", "quiet", "to", List.of(), "cc", "as:Public"));
        stub().add("Note", NOON, Map.of("content", "all", "to", "Public"));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::text)
                .containsExactlyInAnyOrder("as its activity", "quiet", "all");
    }

    private Map<String, Object> note(String text) {
        return Map.of(
                "id",
                server.url("/objects/" + text.hashCode()),
                "type",
                "Note",
                "content",
                text,
                "published",
                NOON.toString());
    }

    @Test
    void somebodyElsesObjectIsNotTakenForTheAccounts() {
        stub().add("Note", NOON, Map.of("id", "https://else.example.org/1", "content", "not mine"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.rejected()).hasSize(1);
    }

    @Test
    void anObjectThatADeleteFollowsIsNotRead() {
        var id = platform.post("oh dear", NOON);
        stub().act(
                        "Delete",
                        NOON.plusSeconds(60),
                        Map.of("object", Map.of("type", "Tombstone", "id", id)));

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
    }

    @Test
    void aTombstoneIsGoneAndSoIs410() {
        var first = platform.post("one", NOON);
        var second = platform.post("two", NOON);
        server.on("/objects/0", Answer.json("{\"type\":\"Tombstone\"}"));
        server.on("/objects/1", Answer.status(410));

        assertThat(source.presence(platform.account(), first)).isEqualTo(Presence.GONE);
        assertThat(source.presence(platform.account(), second)).isEqualTo(Presence.GONE);
    }

    @Test
    void aPostThatIsNotFoundIsNotGoneWhileItsAccountIsNotFoundEither() {
        var id = platform.post("one", NOON);
        platform.delete(id);
        server.on("/actors/robin", Answer.status(404));

        assertThat(source.presence(platform.account(), id)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aServerInSecureModeIsRefusedWithWhatToDo() {
        platform.answerListWith(_ -> Answer.status(401));

        assertThat(refusal()).contains("401").contains("sign").contains("bring posts in by hand");
    }

    @Test
    void aMovedASuspendedAndADeletedAccountSayWhatToDo() {
        stub().say("movedTo", "https://else.example.org/robin");
        assertThat(refusal()).contains("moved").doesNotContain("else.example.org");

        stub().say("suspended", true);
        assertThat(refusal()).contains("suspended");

        stub().say("type", "Tombstone");
        assertThat(refusal()).contains("deleted");
    }

    @Test
    void anOutboxThatCountsPostsButShowsNoneIsRefused() {
        platform.answerListWith(
                _ -> Answer.json("{\"type\":\"OrderedCollection\",\"totalItems\":7}"));

        assertThat(refusal()).contains("shows none to strangers");
    }

    @Test
    void anOutboxOnAnotherServerIsRefused() {
        stub().say("outbox", "https://else.example.org/outbox");

        assertThat(refusal()).contains("on another server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "[]",
                "{}",
                "\"https://else.example.org/1\"",
                "{\"type\":7,\"object\":[[]]}",
                "{\"type\":[\"Create\"],\"object\":{\"type\":{}}}",
                "{\"type\":\"Create\",\"object\":{\"type\":\"Note\",\"content\":{},\"url\":{\"href\":3},"
                        + "\"attachment\":[[],7,{\"url\":{}}],\"contentMap\":[7],\"published\":false}}",
                "{\"type\":\"Announce\",\"object\":[[{}]],\"published\":\"soon\"}",
                "{\"type\":\"Question\",\"id\":\"::\",\"oneOf\":{\"name\":7},\"published\":\"2026-11-02T12:00:00Z\"}"
            })
    void oddActivitiesAreRejectedOrPassedOver(String activity) {
        var good = platform.post("good", Instant.parse("2026-11-02T12:00:00Z"));
        platform.answerListWith(_ ->
                Answer.json(
                        "{\"type\":\"OrderedCollection\",\"orderedItems\":["
                                + activity
                                + ",{\"type\":\"Create\",\"object\":{\"id\":\""
                                + good
                                + "\",\"type\":\"Note\",\"content\":\"good\",\"published\":"
                                + "\"2026-11-02T12:00:00Z\"}}]}"));

        assertThat(fetch(null, Depth.SWEEP)).isInstanceOf(Fetch.Fetched.class);
        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::postId)
                .containsExactly(good);
    }

    private static String json(Object value) {
        return org.handbell.contract.wire.Json.mapper().writeValueAsString(value);
    }
}
