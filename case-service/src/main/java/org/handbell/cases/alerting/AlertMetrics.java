package org.handbell.cases.alerting;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Figures of alerts; they count when the transaction has committed.
@Component
class AlertMetrics {

    private static final Duration[] STEPS = {
        ofSeconds(1),
        ofSeconds(2),
        ofSeconds(5),
        ofSeconds(10),
        ofSeconds(30),
        ofMinutes(1),
        ofMinutes(5),
        ofMinutes(15),
        ofHours(1)
    };

    private final MeterRegistry registry;
    private final Timer captureToDelivery;

    AlertMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.captureToDelivery =
                Timer.builder("handbell.capture.to.delivery")
                        .description(
                                "From the capture of the post that made an alert to its first delivery")
                        .serviceLevelObjectives(STEPS)
                        .register(registry);
        for (var severity : Severity.values()) {
            if (severity.opensCase()) {
                counter(severity);
            }
        }
    }

    void raised(Severity severity) {
        afterCommit(() -> counter(severity).increment());
    }

    /// Clocks of two machines may differ: what seems delivered before its capture took no time.
    void reached(Duration sinceCapture) {
        var delay = sinceCapture.isNegative() ? Duration.ZERO : sinceCapture;
        afterCommit(() -> captureToDelivery.record(delay));
    }

    private static void afterCommit(Runnable count) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        count.run();
                    }
                });
    }

    private Counter counter(Severity severity) {
        return Counter.builder("handbell.alerts.raised")
                .description("Alerts raised, graver steps too")
                .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
