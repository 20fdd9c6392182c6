package org.handbell.standalone.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final String PAGE =
            """
            # HELP handbell_findings_raised_total claims
            # TYPE handbell_findings_raised_total counter
            handbell_findings_raised_total{clause="E3",application="a"} 3.0
            handbell_findings_raised_total{clause="C2"} 1.0
            handbell_findings_by_severity_total{severity="high"} 4.0
            handbell_accounts{platform="mastodon",state="held_back"} 2.0
            handbell_accounts{platform="mastodon",state="pulled"} 9.0
            handbell_posts_observed_total{platform="mastodon"} 20.0
            handbell_posts_observed_total{platform="blog"} 5.0
            kafka_consumer_fetch_manager_records_lag{topic="posts_v1",partition="1"} NaN
            broken line without a figure
            """;

    private final Figures figures = new Figures(Sample.read(PAGE));

    @Test
    void figuresOfOneKindAreAddedUp() {
        assertThat(bars("From posts to messages"))
                .contains(new Chart.Bar("posts observed", "25", 0, 220));
    }

    @Test
    void claimsAreShownByClauseAndApartBySeverity() {
        assertThat(bars("Claims by clause"))
                .extracting(Chart.Bar::label)
                .containsExactly("C2", "E3");
        assertThat(bars("Claims by severity")).extracting(Chart.Bar::label).containsExactly("high");
    }

    @Test
    void theDelayIsThatOfThePostsThatBecameAMessage() {
        var posted = Instant.parse("2026-11-20T18:00:00Z");
        var way = Way.begin(1, "mastodon", posted, posted);

        var chart =
                new Figures(List.of())
                        .charts(Map.of(), List.of(way, way.delivered(posted.plusMillis(1500))));

        assertThat(chart.get(3).bars()).extracting(Chart.Bar::value).containsExactly("1.5", "1.5");
    }

    @Test
    void accountsHeldBackAreCounted() {
        assertThat(bars("Waiting and held back")).extracting(Chart.Bar::value).contains("2");
    }

    @Test
    void deadLettersAreShownByTopic() {
        assertThat(bars("Dead letters that wait"))
                .containsExactly(new Chart.Bar("posts.v1.dlt", "2", 0, 220));
    }

    @Test
    void whatIsNotMeasuredIsLeftOut() {
        assertThat(bars("Records still to be read")).isEmpty();
    }

    private List<Chart.Bar> bars(String title) {
        return figures.charts(Map.of("posts.v1.dlt", 2L), List.of()).stream()
                .filter(chart -> chart.title().equals(title))
                .findFirst()
                .orElseThrow()
                .bars();
    }
}
