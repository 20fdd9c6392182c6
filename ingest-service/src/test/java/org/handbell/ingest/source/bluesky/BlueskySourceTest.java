package org.handbell.ingest.source.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlueskySourceTest extends SourceContract {

    private static final String WREN = "did:plc:wrenwrenwrenwrenwrenwren";

    @Override
    protected StubPlatform platform(StubServer server) {
        return new BlueskyStub(server);
    }

    private BlueskyStub stub() {
        return (BlueskyStub) platform;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robin.bsky.example",
                "@robin.bsky.example",
                BlueskyStub.DID,
                "https://bsky.app/profile/robin.bsky.example",
                "did:web:robin.example.org"
            })
    void anAddressIsAHandleOrDidOrProfile(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLUESKY, address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"robin", "did:key:z6Mk", "a b.example", "https://example.org/robin"})
    void anythingElseIsNoAddress(String address) {
        assertThat(source.reads(Accounts.at(Platform.BLUESKY, address))).isFalse();
    }

    @Test
    void anAccountIsReadByItsDidAsWell() {
        platform.post("hello", NOON);
        var account = Accounts.at(Platform.BLUESKY, BlueskyStub.DID);

        assertThat(((Fetch.Fetched) source.fetch(account, null, Depth.NEWEST)).items()).hasSize(1);
    }

    @Test
    void linksComeFromFacetsAndCards() {
        var text = "Grüße 🏆 example.org/…";
        var facet =
                Map.of(
                        "index", Map.of("byteStart", 13, "byteEnd", 28),
                        "features",
                                List.of(
                                        Map.of(
                                                "$type", "app.bsky.richtext.facet#link",
                                                "uri", "https://example.org/long/way"),
                                        Map.of(
                                                "$type",
                                                "app.bsky.richtext.facet#mention",
                                                "did",
                                                WREN)));
        var card = Map.of("uri", "https://card.example.org/", "title", "t", "description", "d");
        add(
                Map.of(
                        "text", text,
                        "facets", List.of(facet),
                        "embed", Map.of("$type", "app.bsky.embed.external", "external", card),
                        "langs", List.of("en", "de")));

        var item = only(null);

        assertThat(item.text()).isEqualTo(text);
        assertThat(item.links())
                .containsExactly("https://example.org/long/way", "https://card.example.org/");
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.url())
                .startsWith("https://bsky.app/profile/" + BlueskyStub.DID + "/post/3m");
    }

    @Test
    void picturesBringTheirDescriptions() {
        var image =
                Map.of(
                        "alt",
                        "4B with the cup",
                        "image",
                        Map.of("$type", "blob", "ref", Map.of("$link", "bafyimage")));
        add(Map.of("text", "Won!", "embed", Map.of("images", List.of(image))));

        assertThat(only(null).media())
                .containsExactly(
                        new Post.Media(
                                Post.MediaType.IMAGE,
                                server.url("/xrpc/com.atproto.sync.getBlob?cid=bafyimage&did=")
                                        + "did%3Aplc%3Arobinrobinrobinrobin2345",
                                "4B with the cup",
                                null,
                                List.of(),
                                false));
    }

    @Test
    void aReplyNamesWhatItAnswers() {
        var parent = Map.of("uri", "at://" + WREN + "/app.bsky.feed.post/3m1", "cid", "b");
        add(Map.of("text", "No", "reply", Map.of("root", parent, "parent", parent)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(
                                WREN, "", "https://bsky.app/profile/" + WREN + "/post/3m1"));
    }

    @Test
    void aQuotationWithAPictureIsAShareWithWordsOfItsOwn() {
        var quoted = Map.of("uri", "at://" + WREN + "/app.bsky.feed.post/3m1", "cid", "b");
        add(
                Map.of(
                        "text",
                        "Told you",
                        "embed",
                        Map.of(
                                "$type", "app.bsky.embed.recordWithMedia",
                                "record", Map.of("record", quoted),
                                "media", Map.of("images", List.of(Map.of("alt", "rain"))))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEqualTo("Told you");
        assertThat(item.of()).extracting(Post.Engaged::author).isEqualTo(WREN);
        assertThat(item.media()).extracting(Post.Media::alt).containsExactly("rain");
    }

    @Test
    void aRepostBringsTheWordsOfWhatItShares() {
        stub().name(WREN, "wren.bsky.example");
        var shared =
                stub().add(
                                WREN,
                                AtUri.POST,
                                Map.of("text", "Rain", "createdAt", "2026-11-01T08:00:00Z"));
        stub().add(AtUri.REPOST, repostOf(shared));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEmpty();
        assertThat(item.of())
                .extracting(Post.Engaged::author, Post.Engaged::text)
                .containsExactly(WREN, "Rain");
    }

    @Test
    void aRepostOfSomethingThatIsGoneIsStillAShare() {
        stub().name(WREN, "wren.bsky.example");
        stub().add(AtUri.REPOST, repostOf("at://" + WREN + "/app.bsky.feed.post/3m1"));

        assertThat(only(null).of()).extracting(Post.Engaged::text).isEqualTo("");
    }

    @Test
    void aRepostWhoseWordsCannotBeHadNowIsLeftForLater() {
        platform.post("mine", NOON);
        stub().add(AtUri.REPOST, repostOf("at://" + WREN + "/app.bsky.feed.post/3m1"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void betweenSweepsTheWordsOfKnownRepostsAreNotAskedForAgain() {
        stub().name(WREN, "wren.bsky.example");
        var shared =
                stub().add(
                                WREN,
                                AtUri.POST,
                                Map.of("text", "Rain", "createdAt", "2026-11-01T08:00:00Z"));
        stub().add(AtUri.REPOST, repostOf(shared));
        var position = fetched(null, Depth.NEWEST).position();
        var sofar = server.asked("/xrpc/com.atproto.repo.getRecord").size();

        fetched(position, Depth.NEWEST);

        assertThat(server.asked("/xrpc/com.atproto.repo.getRecord")).hasSize(sofar);
    }

    @Test
    void likesAreReadOnlyWhereTheyAreSwitchedOn() {
        stub().name(WREN, "wren.bsky.example");
        var liked =
                stub().add(
                                WREN,
                                AtUri.POST,
                                Map.of("text", "Rain", "createdAt", "2026-11-01T08:00:00Z"));
        stub().add(AtUri.LIKE, repostOf(liked));
        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();

        var s = stub().settings();
        var liking =
                new BlueskySource(
                        new BlueskySettings(s.resolver(), s.plc(), s.web(), 50, true, null, 1),
                        web,
                        Followed.NOBODY);
        var fetched = (Fetch.Fetched) liking.fetch(platform.account(), null, Depth.SWEEP);

        assertThat(fetched.items()).singleElement().matches(i -> i.action() == Action.LIKE);
    }

    @Test
    void aHandleThatNowNamesSomebodyElseIsNotFollowed() {
        platform.post("mine", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        stub().name(WREN, BlueskyStub.HANDLE);

        var fetch = fetch(position, Depth.SWEEP);

        assertThat(fetch)
                .isInstanceOf(Refused.class)
                .asString()
                .contains("belongs to another account");
    }

    @Test
    void aHandleThatItsDidDoesNotClaimIsRefused() {
        stub().name(WREN, "wren.bsky.example");
        stub().moveHandle("false.bsky.example", WREN);
        var account = Accounts.at(Platform.BLUESKY, "false.bsky.example");

        assertThat(source.fetch(account, null, Depth.NEWEST))
                .isEqualTo(new Refused("the handle is not confirmed by its DID document"));
    }

    @Test
    void anAccountThatMovedIsFoundAtItsNewServer() {
        platform.post("mine", NOON);
        try (var old = StubServer.start();
                var both =
                        org.handbell.ingest.http.Webs.allowing(server.hostPort(), old.hostPort())) {
            old.on(
                    "/xrpc/com.atproto.repo.listRecords",
                    Answer.json("{\"error\":\"RepoNotFound\"}").withStatus(400));
            var position = new BlueskyPosition(BlueskyStub.DID, old.url(""), Map.of()).pack();

            var fetch = platform.source(both).fetch(platform.account(), position, Depth.NEWEST);

            assertThat(((Fetch.Fetched) fetch).items()).hasSize(1);
            assertThat(old.asked()).isNotEmpty();
        }
    }

    @Test
    void theProtocolsOwnErrorIsNamed() {
        platform.answerListWith(_ ->
                Answer.json("{\"error\":\"RepoDeactivated\",\"message\":\"of robin\"}")
                        .withStatus(400));

        assertThat(refusal()).isEqualTo("the server answered RepoDeactivated");
    }

    @Test
    void aServerOnAPrivateAddressIsNotReadFromADidDocument() {
        var document =
                "{\"service\":[{\"id\":\"#atproto_pds\",\"serviceEndpoint\":\"http://10.0.0.5\"}]}";
        server.on("/" + WREN, Answer.json(document));
        var account = Accounts.at(Platform.BLUESKY, WREN);

        assertThat(source.fetch(account, null, Depth.NEWEST))
                .isInstanceOf(Refused.class)
                .asString()
                .contains("private");
    }

    @Test
    void aRecordKeyTellsWhenItWasMade() {
        assertThat(Tid.time("3m22222222222"))
                .contains(Instant.parse("2025-09-30T07:50:04.441600Z"));
        assertThat(Tid.time("self")).isEmpty();
    }

    private void add(Map<String, Object> fields) {
        var value = new java.util.HashMap<String, Object>(Map.of("createdAt", NOON.toString()));
        value.putAll(fields);
        stub().add(AtUri.POST, value);
    }

    private static Map<String, Object> repostOf(String uri) {
        return Map.of("subject", Map.of("uri", uri, "cid", "b"), "createdAt", NOON.toString());
    }
}
