package org.handbell.ingest.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.graph.GraphContract;
import org.handbell.ingest.source.graph.GraphStub;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;

/// An account that is found by its name.
class InstagramDiscoveryTest extends GraphContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new InstagramStub(server, true);
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
                .anyMatch(s -> s.startsWith("The deletion of a post is not seen where"));
    }

    @Test
    void anAccountThatIsNotProfessionalIsRefused() {
        var personal = Accounts.at(Platform.INSTAGRAM, "wren");

        assertThat(((Refused) source.fetch(personal, null, Depth.SWEEP)).reason())
                .startsWith("not known to Instagram")
                .doesNotContain("wren");
    }

    @Test
    void theAccountThatDiscoversAsksWithItsToken() {
        var tokens = Map.of(InstagramStub.OWN, "own-token", "robin_hedge", "another-token");
        try (var closed = Webs.giving(server.hostPort(), tokens)) {
            platform.source(closed).fetch(platform.account(), null, Depth.SWEEP);
        }

        assertThat(server.asked())
                .singleElement()
                .extracting(asked -> asked.header("authorization"))
                .isEqualTo("Bearer own-token");
    }

    @Test
    void aCursorThatIsNoneIsNotPutIntoTheQuestion() {
        var odd =
                Map.of(
                        "business_discovery",
                        Map.of(
                                "media",
                                Map.of(
                                        "data",
                                        List.of(Map.of("id", "1", "timestamp", "x")),
                                        "paging",
                                        Map.of("cursors", Map.of("after", "1){id},me{email}")))));
        platform.answerListWith(_ -> GraphStub.json(odd));

        assertThat(refusal()).isEqualTo("the answer's cursor is not one");
        assertThat(server.asked()).hasSize(1);
    }
}
