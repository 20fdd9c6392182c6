package org.handbell.ingest.source.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.handbell.contract.Platform;
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

class SnapchatSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new SnapchatStub(server);
    }

    private SnapchatStub stub() {
        return (SnapchatStub) platform;
    }

    /// A single spotlight cannot be asked for, and a story that is missing has run out: there is no
    /// second signal, so that no deletion is ever said.
    @Override
    @Test
    protected void aDeletedPostIsMissingFromASweepAndItsPresenceIsGone() {
        var kept = platform.post("kept", NOON);
        var deleted = platform.post("deleted", NOON.plusSeconds(60));
        platform.delete(deleted);

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::postId).containsExactly(kept);
        assertThat(fetched.complete()).isFalse();
        assertThat(source.presence(platform.account(), deleted)).isEqualTo(Presence.UNKNOWN);
        assertThat(source.presence(platform.account(), kept)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aStoryThatHasRunOutIsNoDeletion() {
        var story = stub().story("first day", NOON);
        assertThat(only(null).postId()).isEqualTo(story);

        stub().stopShowingStories();

        assertThat(fetched(null, Depth.SWEEP).complete()).isFalse();
        assertThat(source.presence(platform.account(), story)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void betweenSweepsOnePageIsEnough() {
        IntStream.range(0, 150).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        var sofar = server.asked(SnapchatStub.SPOTLIGHTS).size();

        assertThat(fetched(position, Depth.NEWEST).items()).hasSize(50);
        assertThat(server.asked(SnapchatStub.SPOTLIGHTS)).hasSize(sofar + 1);
    }

    @Test
    void aNextPageAtAnotherServerIsNotFollowed() {
        platform.answerListWith(_ ->
                Answer.json(
                        "{\"spotlights\":[{\"spotlight\":{\"id\":\"1\",\"created_at\":\"2026-11-02T12:00:00Z\"}}],"
                                + "\"paging\":{\"next_link\":\"https://elsewhere.example.org/2\"}}"));

        assertThat(refusal()).isEqualTo("the next page is at another server");
    }

    @Test
    void withoutATokenTheReasonSaysThatSnapMustListTheTrust() {
        var closed = new SnapchatSource(new SnapchatSettings(server.uri("/")), web, _ -> false);

        assertThat(closed.fetch(platform.account(), null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("Snap must list the trust")
                                        .contains("brought in by hand"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aHandleIsNoAddress() {
        var handle = Accounts.at(Platform.SNAPCHAT, "@robin");

        assertThat(source.reads(handle)).isTrue();
        assertThat(source.fetch(handle, null, Depth.NEWEST))
                .isEqualTo(new Refused("the address must be the id that Snap gave the profile"));
    }

    @Test
    void aStoryFromBeforeTheLastOneIsReadAgainInASweep() {
        stub().story("old", NOON.minus(Duration.ofHours(20)));
        platform.post("new", NOON);
        var position = fetched(null, Depth.NEWEST).position();

        assertThat(fetched(position, Depth.SWEEP).items()).hasSize(2);
    }
}
