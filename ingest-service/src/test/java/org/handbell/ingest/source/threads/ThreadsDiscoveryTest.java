package org.handbell.ingest.source.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.contract.Platform;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.graph.GraphContract;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;

/// An account that is found by its name.
class ThreadsDiscoveryTest extends GraphContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new ThreadsStub(server, true);
    }

    /// Discovery shows no single post: without a second signal nothing is believed to be gone.
    @Override
    @Test
    protected void aDeletedPostIsMissingFromASweepAndItsPresenceIsGone() {
        var kept = platform.post("kept", NOON);
        var deleted = platform.post("deleted", NOON.plusSeconds(60));
        platform.delete(deleted);

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::postId)
                .containsExactly(kept);
        assertThat(source.presence(platform.account(), deleted)).isEqualTo(Presence.UNKNOWN);
        assertThat(source.presence(platform.account(), kept)).isEqualTo(Presence.UNKNOWN);
        assertThat(source.coverage().cannotSee())
                .anyMatch(s -> s.contains("deletions are not seen"));
    }

    @Test
    void aNameThatIsNotKnownIsRefusedWithoutIt() {
        var unknown = Accounts.at(Platform.THREADS, "wren");

        assertThat(((Refused) source.fetch(unknown, null, Depth.SWEEP)).reason())
                .startsWith("not known to Threads")
                .doesNotContain("wren");
    }
}
