package org.handbell.ingest.source.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.graph.GraphContract;
import org.handbell.ingest.source.graph.GraphStub;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookSourceTest extends GraphContract {

    private static final String TIME = "2026-11-02T13:00:00+0000";

    @Override
    protected StubPlatform platform(StubServer server) {
        return new FacebookStub(server);
    }

    private FacebookStub stub() {
        return (FacebookStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "1000077, 1000077",
        "hedge.school, hedge.school",
        "@hedge.school, hedge.school",
        "https://www.facebook.com/hedge.school, hedge.school",
        "https://en-gb.facebook.com/hedge.school/?ref=page, hedge.school",
        "https://www.facebook.com/p/Hedge-School-100000000000077/, 100000000000077",
        "https://www.facebook.com/pages/Hedge-School/100000000000077, 100000000000077",
        "https://www.facebook.com/100000000000077, 100000000000077"
    })
    void anAddressIsANumberANameOrThatOfAPage(String address, String key) {
        assertThat(FacebookAddress.of(address)).isEqualTo(new FacebookAddress.Page(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.facebook.com/groups/hedge",
                "https://m.facebook.com/groups/123456789/?ref=share"
            })
    void aGroupIsRefusedSinceNoInterfaceReachesIt(String address) {
        assertThat(refusalOf(address))
                .contains("since April 2024")
                .contains("creator brings its posts in by hand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.facebook.com/profile.php?id=100000000000077",
                "https://www.facebook.com/people/Robin-Wren/100000000000077/"
            })
    void aProfileIsRefusedSinceNoInterfaceReachesIt(String address) {
        assertThat(refusalOf(address)).startsWith("no interface reaches a personal profile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no page at all",
                "https://www.facebook.com/",
                "https://www.facebook.com/events/100000000000077",
                "https://www.facebook.com/hedge.school/posts/1",
                "https://facebook.com.hedge.example/hedge.school"
            })
    void anythingElseIsRefusedWithTheFormsThatAreRead(String address) {
        assertThat(refusalOf(address)).startsWith("the address must be the number");
    }

    @Test
    void aNameIsLookedUpOnceBetweenSweeps() {
        var account = Accounts.at(Platform.FACEBOOK, "hedge.school");
        platform.post("hello", NOON);
        var first = (Fetched) source.fetch(account, null, Depth.SWEEP);

        var again = source.fetch(account, first.position(), Depth.NEWEST);

        assertThat(((Fetched) again).items()).hasSize(1);
        assertThat(server.asked("/v25.0/hedge.school")).hasSize(1);
    }

    @Test
    void aPostThatIsNotPublishedYetIsNotCollected() {
        stub().add("later", NOON, Map.of("is_published", false));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void aCommentMovesTheTimeOfUpdateAndIsNoEdit() {
        stub().add("hello", NOON, Map.of("updated_time", TIME));

        assertThat(only(null).editedAt()).isNull();
    }

    @Test
    void aSharedPostIsAShareWithTheWordsThatFacebookQuotes() {
        var shared =
                Map.of("type", "share", "description", "Rain again", "url", "https://x.example/1");
        stub().add("Told you", NOON, Map.of("parent_id", "99_1", "attachments", attached(shared)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.text()).isEqualTo("Told you");
        assertThat(item.of())
                .isEqualTo(new Post.Engaged(null, "Rain again", "https://www.facebook.com/99_1"));
    }

    @Test
    void picturesOfAnAlbumBringTheirCaptions() {
        var album =
                Map.of(
                        "type",
                        "album",
                        "media_type",
                        "album",
                        "subattachments",
                        Map.of(
                                "data",
                                List.of(
                                        picture("4B with the cup", "https://f.example.org/1"),
                                        picture("Sports day", "https://f.example.org/2"),
                                        Map.of("media_type", "video", "type", "video_inline"))));
        stub().add("Sports day", NOON, Map.of("attachments", attached(album)));

        assertThat(only(null).media())
                .extracting(Post.Media::type, Post.Media::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.IMAGE, "4B with the cup"),
                        org.assertj.core.groups.Tuple.tuple(Post.MediaType.IMAGE, null),
                        org.assertj.core.groups.Tuple.tuple(Post.MediaType.VIDEO, null));
    }

    @ParameterizedTest
    @CsvSource({
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example%2Fa%3Fb%3D1%26fbclid%3DIw&h=A1",
        "https://l.facebook.com/l.php?h=B2&u=https%3A%2F%2Fx.example%2Fa%3Fb%3D1&s=1",
        "https://x.example/a?fbclid=Iw0&b=1"
    })
    void aWrappedLinkIsTheSameWhateverMarksItHas(String url) {
        stub().add(
                        "look",
                        NOON,
                        Map.of("attachments", attached(Map.of("type", "share", "url", url))));

        assertThat(only(null).links()).containsExactly("https://x.example/a?b=1");
    }

    @Test
    void aLinkThatCannotBeUnwrappedStaysAsItIs() {
        var odd = "https://l.facebook.com/l.php?u=%zz&h=1";
        stub().add(
                        "look",
                        NOON,
                        Map.of("attachments", attached(Map.of("type", "share", "url", odd))));

        assertThat(only(null).links()).containsExactly(odd);
    }

    @Test
    void thePagesOwnCommentIsCollectedAndThoseOfOthersAreNot() {
        var post = platform.post("hello", NOON);
        stub().comments(
                        post,
                        List.of(
                                comment("1_1", FacebookStub.PAGE, "thank you"),
                                comment("1_2", "555", "well done"),
                                unnamed("1_3", "who is this")));

        assertThat(fetched(null, Depth.SWEEP).items())
                .filteredOn(item -> item.action() == Action.COMMENT)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.text()).isEqualTo("thank you");
                    assertThat(item.postId()).isEqualTo("https://www.facebook.com/1_1");
                    assertThat(item.author()).isNull();
                    assertThat(item.of()).isEqualTo(new Post.Engaged(null, "", post));
                });
    }

    @Test
    void inAGroupAccountEveryCommentIsCollectedWithItsAuthor() {
        var post = platform.post("hello", NOON);
        var answer = new HashMap<>(comment("1_2", "556", "so do I"));
        answer.put("parent", Map.of("id", "1_1"));
        stub().comments(post, List.of(comment("1_1", "555", "I agree"), answer));
        var group = Accounts.at(Platform.FACEBOOK, FacebookStub.PAGE, Kind.GROUP);

        var items = ((Fetched) source.fetch(group, null, Depth.SWEEP)).items();

        assertThat(items)
                .extracting(Item::action, Item::author, Item::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Action.POST, "Hedge School", "hello"),
                        org.assertj.core.groups.Tuple.tuple(Action.COMMENT, "Wren 555", "I agree"),
                        org.assertj.core.groups.Tuple.tuple(Action.REPLY, "Wren 556", "so do I"));
        assertThat(server.asked().getLast().query("filter")).isEqualTo("stream");
    }

    @Test
    void aCommentWhoseWriterIsNotToldHasNoAuthor() {
        var post = platform.post("hello", NOON);
        stub().comments(post, List.of(unnamed("1_3", "who is this")));
        var group = Accounts.at(Platform.FACEBOOK, FacebookStub.PAGE, Kind.GROUP);

        assertThat(((Fetched) source.fetch(group, null, Depth.SWEEP)).items())
                .filteredOn(item -> item.action() == Action.COMMENT)
                .singleElement()
                .extracting(Item::author)
                .isNull();
    }

    @Test
    void betweenSweepsCommentsAreReadWhereTheirNumberHasChanged() {
        var post = platform.post("hello", NOON);
        var path = stub().path("1000077_5000/comments");
        stub().comments(post, List.of(comment("1_1", FacebookStub.PAGE, "one")));
        var position = fetched(null, Depth.SWEEP).position();
        assertThat(server.asked(path)).hasSize(1);

        position = fetched(position, Depth.NEWEST).position();
        assertThat(server.asked(path)).hasSize(1);

        stub().comments(
                        post,
                        List.of(
                                comment("1_1", FacebookStub.PAGE, "one"),
                                comment("1_2", FacebookStub.PAGE, "two")));
        assertThat(fetched(position, Depth.NEWEST).items()).extracting(Item::text).contains("two");
    }

    @Test
    void commentsThatAreRefusedTakeNothingFromThePosts() {
        var post = platform.post("hello", NOON);
        stub().comments(post, 1, GraphStub.error(10, 0));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::text).containsExactly("hello");
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void commentsLeaveRoomForPosts() {
        for (int post = 0; post < 3; post++) {
            var id = platform.post("hello " + post, NOON.minusSeconds(post));
            int of = post;
            stub().comments(
                            id,
                            java.util.stream.IntStream.range(0, 150)
                                    .mapToObj(
                                            i -> comment(of + "_" + i, FacebookStub.PAGE, "c" + i))
                                    .toList());
        }

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items).filteredOn(item -> item.action() == Action.POST).hasSize(3);
        assertThat(items).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void aDeletedCommentIsGone() {
        var post = platform.post("hello", NOON);
        server.on(stub().path("1_1"), GraphStub.error(100, 33));

        assertThat(source.presence(platform.account(), "https://www.facebook.com/1_1"))
                .isEqualTo(Presence.GONE);
        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.THERE);
    }

    @Test
    void aPageIsAskedForWithItsOwnTokenWhereItHasOne() {
        var post = platform.post("hello", NOON);
        stub().comments(post, List.of(comment("1_1", "555", "well done")));
        var tokens = Map.of(FacebookStub.PAGE, "own-token", "", "another-token");
        try (var closed = Webs.giving(server.hostPort(), tokens)) {
            var facebook = platform.source(closed);
            facebook.fetch(platform.account(), null, Depth.SWEEP);
            facebook.presence(platform.account(), post);
        }

        assertThat(server.asked())
                .hasSize(3)
                .extracting(asked -> asked.header("authorization"))
                .containsOnly("Bearer own-token");
    }

    private String refusalOf(String address) {
        var account = Accounts.at(Platform.FACEBOOK, address);
        assertThat(source.reads(account)).isTrue();
        var fetch = source.fetch(account, null, Depth.SWEEP);
        assertThat(fetch).isInstanceOf(Refused.class);
        assertThat(server.asked()).isEmpty();
        return ((Refused) fetch).reason();
    }

    private static Map<String, Object> attached(Map<String, ?> attachment) {
        return Map.of("data", List.of(attachment));
    }

    private static Map<String, Object> picture(String caption, String url) {
        return Map.of(
                "media_type",
                "photo",
                "type",
                "photo",
                "description",
                caption,
                "media",
                Map.of("image", Map.of("src", url)));
    }

    private static Map<String, Object> comment(String id, String from, String text) {
        var comment = new HashMap<>(unnamed(id, text));
        comment.put("from", Map.of("id", from, "name", "Wren " + from));
        return comment;
    }

    private static Map<String, Object> unnamed(String id, String text) {
        return Map.of("id", id, "message", text, "created_time", TIME);
    }
}
