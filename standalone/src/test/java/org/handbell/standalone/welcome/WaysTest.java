package org.handbell.standalone.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Action;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Channel;
import org.handbell.contract.Coverage;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;

class WaysTest {

    private static final Instant POSTED = Instant.parse("2026-11-20T18:00:00Z");

    private final Ways ways = new Ways();

    @Test
    void aPostWithoutAClaimEndsAtItsFirstStation() {
        ways.posted(new PostEvent.Observed(post("p1")));

        assertThat(ways.newestFirst()).singleElement().extracting(Way::stations).isEqualTo(1);
    }

    @Test
    void aPostTravelsToItsMessage() {
        ways.posted(new PostEvent.Observed(post("p1")));
        ways.found(found("p1"));
        ways.opened("case-1", "p1", "4K7P-XM", POSTED.plusSeconds(2));
        ways.alerted(raised());
        ways.delivered(delivered());

        var way = ways.newestFirst().getFirst();
        assertThat(way.stations()).isEqualTo(5);
        assertThat(way.clauses()).containsExactly("C2");
        assertThat(way.severity()).isEqualTo("T3");
        assertThat(way.reference()).isEqualTo("4K7P-XM");
        assertThat(way.seconds()).isEqualTo(4.0);
    }

    @Test
    void anAlertThatIsReadBeforeItsCaseIsKnownIsNotLost() {
        ways.alerted(raised());
        ways.delivered(delivered());
        ways.posted(new PostEvent.Observed(post("p1")));
        ways.found(found("p1"));
        ways.opened("case-1", "p1", "4K7P-XM", POSTED.plusSeconds(2));

        assertThat(ways.newestFirst().getFirst().stations()).isEqualTo(5);
    }

    @Test
    void onlyTheNewestPostsAreRemembered() {
        for (var i = 1; i <= Ways.KEPT + 7; i++) {
            ways.posted(new PostEvent.Observed(post("p" + i)));
        }

        assertThat(ways.newestFirst()).hasSize(Ways.KEPT);
        assertThat(ways.newestFirst().getFirst().number()).isEqualTo(Ways.KEPT + 7);
    }

    @Test
    void aDeletionIsShown() {
        ways.posted(new PostEvent.Observed(post("p1")));
        ways.posted(new PostEvent.Withdrawn("p1", "ac-01", POSTED));

        assertThat(ways.newestFirst().getFirst().gone()).isTrue();
    }

    @Test
    void onlyClaimsWithoutACaseAreLookedUp() {
        ways.posted(new PostEvent.Observed(post("p1")));
        ways.posted(new PostEvent.Observed(post("p2")));
        ways.found(found("p2"));

        assertThat(ways.withoutCase()).containsExactly("p2");
        ways.opened("case-1", "p2", "4K7P-XM", POSTED);
        assertThat(ways.withoutCase()).isEmpty();
    }

    @Test
    void thePictureShowsWhatTheTableSays() {
        ways.posted(new PostEvent.Observed(post("p1")));
        ways.found(found("p1"));

        var line = WayPicture.of(ways.newestFirst()).lines().getFirst();

        assertThat(line.claim()).isEqualTo("C2");
        assertThat(line.stations())
                .extracting(WayPicture.Station::reached)
                .containsExactly(true, true, false, false, false);
    }

    private static FindingEvent.Found found(String postId) {
        var finding =
                new Finding(
                        "f1",
                        "C2",
                        "any",
                        Severity.HIGH,
                        0.9,
                        false,
                        "Any reason.",
                        List.of(),
                        List.of());
        return new FindingEvent.Found(
                post(postId),
                List.of(finding),
                "any",
                List.of(Route.SAFEGUARDING),
                POSTED.plusSeconds(1));
    }

    private static AlertEvent raised() {
        return new AlertEvent.Raised(
                "alert-1",
                "case-1",
                "4K7P-XM",
                Severity.HIGH,
                "Any school",
                POSTED.plusSeconds(60),
                "http://localhost/any",
                List.of(),
                POSTED.plusSeconds(3));
    }

    private static DeliveryEvent delivered() {
        return new DeliveryEvent.Delivered(
                "alert-1",
                "case-1",
                "st-03",
                Channel.EMAIL,
                1,
                false,
                "250",
                POSTED.plus(Duration.ofSeconds(4)));
    }

    private static Post post(String postId) {
        return new Post(
                postId,
                Ids.observation(postId, "any"),
                "ac-01",
                Platform.MASTODON,
                Action.POST,
                null,
                null,
                POSTED,
                null,
                null,
                POSTED.plusMillis(500),
                "any words",
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                "any",
                null,
                List.of(),
                new Coverage(
                        "any", Coverage.Proof.values()[0], Map.of(), List.of(), null, "any", null),
                false);
    }
}
