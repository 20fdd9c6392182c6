package org.handbell.cases.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AlertMetricsTest {

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
                metrics.reached(delay);
            }
            assertThat(delays()).contains("handbell_capture_to_delivery_seconds_count 0");
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
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
