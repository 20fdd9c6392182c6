package org.handbell.cases.alerting;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
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

    /// Around the objectives for the gravest tier.
    private static final Duration[] SINCE_POSTED = {
        ofSeconds(30),
        ofMinutes(1),
        ofMinutes(2),
        ofMinutes(5),
        ofMinutes(10),
        ofMinutes(15),
        ofHours(1)
    };

    /// What was captured later than this was found, not waited for: the first reading of an
    /// account, or a post that was dated back. How long it took says nothing about us.
    private static final Duration FOUND_LATER = ofHours(24);

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
                postedToDelivery(severity);
            }
        }
    }

    void raised(Severity severity) {
        afterCommit(() -> counter(severity).increment());
    }

    /// Somebody has an alert for the first time.
    void reached(AlertQueue.Made made, Instant at) {
        var captured = made.times().capturedAt();
        var posted = made.times().postedAt();
        var sinceCapture = between(captured, at);
        var sincePosted = between(posted.isAfter(captured) ? captured : posted, at);
        var foundLater = Duration.between(posted, captured).compareTo(FOUND_LATER) > 0;
        afterCommit(() -> {
            captureToDelivery.record(sinceCapture);
            if (!foundLater) {
                postedToDelivery(made.severity()).record(sincePosted);
            }
        });
    }

    /// Clocks of two machines may differ: what seems delivered before its capture took no time.
    private static Duration between(Instant from, Instant to) {
        var delay = Duration.between(from, to);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    private Timer postedToDelivery(Severity severity) {
        return Timer.builder("handbell.posted.to.delivery")
                .description("From when a post was posted to the first delivery of its alert")
                .serviceLevelObjectives(SINCE_POSTED)
                .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                .register(registry);
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
