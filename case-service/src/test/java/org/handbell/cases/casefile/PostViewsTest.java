package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.Found;
import org.handbell.cases.casefile.CaseView.ClaimView;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.Exhibit;
import org.handbell.cases.policy.Passages;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Severity;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.Test;

class PostViewsTest {

    private static List<ClaimView> claims(Passages passages) {
        FindingEvent.Found found =
                Found.by("account-1", "post-1").claiming("E3", Severity.MEDIUM).event();
        var capture =
                new Capture(
                        Capture.Kind.POST,
                        found.postId(),
                        found.post().observationId(),
                        "mastodon",
                        Found.NOW,
                        null,
                        "/handbell/ingest",
                        List.of());
        var exhibit =
                new Exhibit(1, Found.NOW, capture, Json.mapper().writeValueAsBytes(found), "link");
        return new PostViews(ZoneOffset.UTC, passages).of(exhibit).claims();
    }

    @Test
    void aClaimShowsThePassageThatWasInForceWhenThePostWasPosted() {
        Passages passages =
                (clause, postedAt) ->
                        Optional.of(new Passages.Passage("of " + postedAt, "About " + clause));
        Instant posted = Instant.parse("2026-11-18T09:25:00Z");
        assertThat(claims(passages))
                .extracting(ClaimView::passage)
                .containsExactly(new Passages.Passage("of " + posted, "About E3"));
    }

    @Test
    void withoutAPolicyOurOwnTitleStandsAlone() {
        assertThat(claims((_, _) -> Optional.empty()))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.passage()).isNull();
                    assertThat(claim.title()).isEqualTo("Telling who a pupil is");
                });
    }
}
