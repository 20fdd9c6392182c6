package org.handbell.standalone.welcome;

import static org.assertj.core.api.Assertions.assertThat;

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
            handbell_findings_raised_total{severity="high"} 4.0
            handbell_posts_observed_total{platform="mastodon"} 20.0
            handbell_posts_observed_total{platform="blog"} 5.0
            handbell_capture_to_delivery_seconds_bucket{le="1.0"} 2.0
            handbell_capture_to_delivery_seconds_bucket{le="5.0"} 4.0
            handbell_capture_to_delivery_seconds_bucket{le="+Inf"} 4.0
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
        assertThat(bars("Claims by clause")).extracting(Chart.Bar::label).containsExactly("C2", "E3");
        assertThat(bars("Claims by severity")).extracting(Chart.Bar::label).containsExactly("high");
    }

    @Test
    void theDelayIsReadFromTheHistogram() {
        assertThat(bars("From capture to delivery")).extracting(Chart.Bar::value).containsExactly("1", "5");
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
        return figures.charts(Map.of("posts.v1.dlt", 2L)).stream()
                .filter(chart -> chart.title().equals(title))
                .findFirst()
                .orElseThrow()
                .bars();
    }
}
