package org.handbell.ingest.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Fetch.UsedUp;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YoutubeSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new YoutubeStub(server);
    }

    private YoutubeStub stub() {
        return (YoutubeStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "UCrobin-teaches-invented, id, UCrobin-teaches-invented",
        "@robin.teaches, forHandle, @robin.teaches",
        "https://www.youtube.com/@robin.teaches, forHandle, @robin.teaches",
        "https://youtube.com/channel/UCrobin-teaches-invented/, id, UCrobin-teaches-invented"
    })
    void anAddressIsAChannelAHandleOrAPage(String address, String parameter, String value) {
        assertThat(YoutubeAddress.of(address)).contains(new YoutubeAddress(parameter, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "robin",
                "@x",
                "https://www.youtube.com/watch?v=1",
                "https://www.youtube.com/user/robin",
                "https://elsewhere.example.org/@robin"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(YoutubeAddress.of(address)).isEmpty();
    }

    @Test
    void aVideoIsItsTitleAndItsDescription() {
        platform.post("How we won the cup", NOON);

        var item = only(null);

        assertThat(item.text()).isEqualTo("A film\n\nHow we won the cup");
        assertThat(item.media())
                .singleElement()
                .satisfies(film -> assertThat(film.url()).isEqualTo(item.url()));
    }

    @Test
    void aVideoThatIsNotPublicIsNotCollected() {
        stub().add("Private video", null);

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void ofCommentsOnlyTheChannelsOwnAreCollected() {
        var own = comment("c1", YoutubeStub.CHANNEL, "Thanks all", null);
        var other = comment("c2", "UCsomebody", "words of somebody else", null);
        var answer = comment("c2.a", YoutubeStub.CHANNEL, "No, Tuesday", "c2");
        stub().thread(own, List.of());
        stub().thread(other, List.of(answer));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.items())
                .extracting(Item::text, Item::action, Item::postId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Thanks all", Action.COMMENT, YoutubeItem.video("v1") + "&lc=c1"),
                        org.assertj.core.groups.Tuple.tuple(
                                "No, Tuesday", Action.REPLY, YoutubeItem.video("v1") + "&lc=c2.a"));
        assertThat(fetched.toString()).doesNotContain("somebody else");
    }

    @Test
    void anEditedCommentSaysWhen() {
        var comment = comment("c1", YoutubeStub.CHANNEL, "Thanks", null);
        stub().thread(comment, List.of());

        assertThat(only(null).editedAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void commentsThatAreSwitchedOffAreNoTrouble() {
        platform.post("here", NOON);
        server.on(YoutubeStub.COMMENTS, YoutubeStub.refusal("commentsDisabled"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void commentsAreNotAskedForUnlessWanted() {
        platform.post("here", NOON);

        var without = stub().source(web, false, true).fetch(platform.account(), null, Depth.SWEEP);

        assertThat(((Fetched) without).items()).hasSize(1);
        assertThat(server.asked(YoutubeStub.COMMENTS)).isEmpty();
    }

    @Test
    void aQuotaThatIsUsedUpSaysUntilWhen() {
        platform.answerListWith(_ -> YoutubeStub.refusal("quotaExceeded"));

        var untilMidnight =
                Duration.between(stub().clock.instant(), Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(fetch(null, Depth.NEWEST))
                .isEqualTo(new UsedUp(untilMidnight, "today's quota of YouTube's API is used up"));
    }

    @Test
    void theChannelIsLookedUpOnce() {
        platform.post("here", NOON);
        var position = fetched(null, Depth.SWEEP).position();

        fetched(position, Depth.NEWEST);

        assertThat(server.asked(YoutubeStub.CHANNELS)).hasSize(1);
    }

    @Test
    void anUnknownChannelIsRefused() {
        var nobody = Accounts.at(Platform.YOUTUBE, "@nobody.here");

        assertThat(source.fetch(nobody, null, Depth.NEWEST))
                .isEqualTo(new Refused("YouTube knows no such channel"));
    }

    @Test
    void betweenSweepsOnePageIsEnough() {
        IntStream.range(0, 120).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        var sofar = server.asked().size();

        assertThat(fetched(position, Depth.NEWEST).items()).hasSize(50);
        assertThat(server.asked()).hasSize(sofar + 1);
    }

    @Test
    void withoutAKeyYoutubeIsNotAskedAndTheReasonSaysWhatToDo() {
        var closed = stub().source(web, true, false);

        assertThat(closed.fetch(platform.account(), null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).contains("query:key"));
        assertThat(server.asked()).isEmpty();
    }

    private static Map<String, Object> comment(
            String id,
            String channel,
            String words,
            @org.jspecify.annotations.Nullable String parent) {
        var said = new java.util.HashMap<String, Object>();
        said.put("authorChannelId", Map.of("value", channel));
        said.put("textDisplay", words);
        said.put("videoId", "v1");
        said.put("publishedAt", NOON.toString());
        said.put("updatedAt", NOON.plusSeconds(30).toString());
        if (parent != null) {
            said.put("parentId", parent);
        }
        return Map.of("id", id, "snippet", said);
    }
}
