package org.handbell.cases.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handbell.cases.casefile.CaseEvent;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AlertMetricsTest {

    private static final Instant CAPTURED = Instant.parse("2026-11-18T09:30:00Z");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AlertMetrics metrics = new AlertMetrics(registry);

    private List<String> delays() {
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith("handbell_capture_to_delivery_seconds_"))
                .toList();
    }

    private void reached(Duration... delays) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            for (var delay : delays) {
                metrics.reached(captured(CAPTURED.minusSeconds(20)), CAPTURED.plus(delay));
            }
            assertThat(delays()).contains("handbell_capture_to_delivery_seconds_count 0");
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static AlertQueue.Made captured(Instant posted) {
        return new AlertQueue.Made(Severity.CRITICAL, new CaseEvent.Times(posted, CAPTURED));
    }

    @Test
    void theDelayFromPostToDeliveryIsAHistogramForEachSeverity() {
        reached(Duration.ofSeconds(7), Duration.ofSeconds(110), Duration.ofMinutes(30));

        assertThat(registry.scrape().lines())
                .contains(
                        sincePosted("30.0", 1),
                        sincePosted("60.0", 1),
                        sincePosted("120.0", 1),
                        sincePosted("300.0", 2),
                        sincePosted("600.0", 2),
                        sincePosted("900.0", 2),
                        sincePosted("3600.0", 3),
                        sincePosted("+Inf", 3));
    }

    @Test
    void aPostThatWasFoundADayLaterIsNoDelayOfOurs() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            metrics.reached(captured(CAPTURED.minus(Duration.ofHours(25))), CAPTURED);
            metrics.reached(captured(CAPTURED.minus(Duration.ofHours(23))), CAPTURED);
            metrics.reached(captured(CAPTURED.plusSeconds(90)), CAPTURED.plusSeconds(5));
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        assertThat(registry.scrape().lines())
                .contains(sincePosted("30.0", 1), sincePosted("+Inf", 2));
        assertThat(delays()).contains("handbell_capture_to_delivery_seconds_count 3");
    }

    private static String sincePosted(String atMost, int count) {
        return ("handbell_posted_to_delivery_seconds_bucket"
                        + "{severity=\"critical\",le=\"%s\"} %d")
                .formatted(atMost, count);
    }

    @Test
    void theDelayFromCaptureToDeliveryIsAHistogramWithoutALabelOfItsOwn() {
        reached(Duration.ofSeconds(7), Duration.ofSeconds(40), Duration.ofHours(2));

        assertThat(delays())
                .contains(
                        bucket("1.0", 0),
                        bucket("2.0", 0),
                        bucket("5.0", 0),
                        bucket("10.0", 1),
                        bucket("30.0", 1),
                        bucket("60.0", 2),
                        bucket("300.0", 2),
                        bucket("900.0", 2),
                        bucket("3600.0", 2),
                        bucket("+Inf", 3),
                        "handbell_capture_to_delivery_seconds_count 3",
                        "handbell_capture_to_delivery_seconds_sum 7247.0");
    }

    @Test
    void aClockThatIsBehindMakesNoDelayGetLost() {
        reached(Duration.ofSeconds(-3));

        assertThat(delays()).contains(bucket("1.0", 1), bucket("+Inf", 1));
    }

    private static String bucket(String atMost, int count) {
        return "handbell_capture_to_delivery_seconds_bucket{le=\"%s\"} %d".formatted(atMost, count);
    }
}
