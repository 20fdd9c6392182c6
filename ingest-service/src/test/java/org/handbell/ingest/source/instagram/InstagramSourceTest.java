package org.handbell.ingest.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.graph.GraphContract;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The trust's own account.
class InstagramSourceTest extends GraphContract {

    private static final String TIME = "2026-11-02T13:00:00+0000";

    @Override
    protected StubPlatform platform(StubServer server) {
        return new InstagramStub(server, false);
    }

    private InstagramStub stub() {
        return (InstagramStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "17840000001000077, 17840000001000077, true",
        "@robin_hedge, robin_hedge, false",
        "robin.hedge, robin.hedge, false",
        "https://www.instagram.com/robin_hedge/?hl=en, robin_hedge, false"
    })
    void anAddressIsANumberANameOrThatOfAProfile(String address, String key, boolean number) {
        assertThat(InstagramAddress.of(address)).contains(new InstagramAddress(key));
        assertThat(new InstagramAddress(key).isNumber()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "https://www.instagram.com/p/Abc/",
                "https://www.instagram.com/",
                "robin){id}",
                "https://instagram.com.hedge.example/robin"
            })
    void anythingElseIsRefusedWithTheFormsThatAreRead(String address) {
        var account = Accounts.at(Platform.INSTAGRAM, address);

        assertThat(source.reads(account)).isTrue();
        assertThat(((Refused) source.fetch(account, null, Depth.SWEEP)).reason())
                .startsWith("the address must be the number");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aNameIsRefusedWhereNoOwnAccountIsSetToDiscoverWith() {
        var account = Accounts.at(Platform.INSTAGRAM, "robin_hedge");

        assertThat(((Refused) source.fetch(account, null, Depth.SWEEP)).reason())
                .contains("set handbell.ingest.sources.instagram.discover-with");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aCaptionThatChangesIsTheSamePostWithoutATimeOfItsEdit() {
        var post = platform.post("before", NOON);
        platform.edit(post, "after");

        var item = only(null);

        assertThat(item.postId()).isEqualTo(post);
        assertThat(item.text()).isEqualTo("after");
        assertThat(item.editedAt()).isNull();
    }

    @Test
    void anAlbumBringsEachPictureWithItsDescription() {
        var children =
                Map.of(
                        "data",
                        List.of(
                                Map.of(
                                        "id", "1",
                                        "media_type", "IMAGE",
                                        "media_url", "https://f.example.org/1.jpg",
                                        "alt_text", "4B with the cup"),
                                Map.of("id", "2", "media_type", "VIDEO")));
        stub().add("look", NOON, Map.of("media_type", "CAROUSEL_ALBUM", "children", children));

        assertThat(only(null).media())
                .extracting(Post.Media::type, Post.Media::url, Post.Media::alt)
                .containsExactly(
                        Tuple.tuple(
                                Post.MediaType.IMAGE,
                                "https://f.example.org/1.jpg",
                                "4B with the cup"),
                        Tuple.tuple(Post.MediaType.VIDEO, null, null));
    }

    @Test
    void theAccountsOwnCommentsAndAnswersAreCollectedAndThoseOfOthersAreNot() {
        var post = platform.post("hello", NOON);
        var answer =
                Map.of(
                        "id", "12",
                        "parent_id", "11",
                        "text", "thank you",
                        "timestamp", TIME,
                        "username", "Robin_Hedge");
        stub().comments(
                        post,
                        List.of(
                                comment("11", "wren", "well done", List.of(answer)),
                                comment("13", "robin_hedge", "and more", List.of())));

        assertThat(fetched(null, Depth.SWEEP).items())
                .filteredOn(item -> item.action() != Action.POST)
                .extracting(Item::action, Item::text, Item::author)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(Action.REPLY, "thank you", null),
                        Tuple.tuple(Action.COMMENT, "and more", null));
    }

    @Test
    void inAGroupAccountEveryCommentIsCollectedWithItsAuthor() {
        var post = platform.post("hello", NOON);
        stub().comments(post, List.of(comment("11", "wren", "well done", List.of())));
        var group = Accounts.at(Platform.INSTAGRAM, InstagramStub.OWN, Kind.GROUP);

        assertThat(((Fetched) source.fetch(group, null, Depth.SWEEP)).items())
                .extracting(Item::text, Item::author)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("hello", "robin_hedge"), Tuple.tuple("well done", "wren"));
    }

    private static Map<String, Object> comment(
            String id, String name, String text, List<?> replies) {
        return Map.of(
                "id",
                id,
                "text",
                text,
                "timestamp",
                TIME,
                "username",
                name,
                "replies",
                Map.of("data", replies));
    }
}
