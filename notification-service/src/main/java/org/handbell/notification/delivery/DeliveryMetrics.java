package org.handbell.notification.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.handbell.notification.notify.Outcome;
import org.springframework.stereotype.Component;

/// `handbell_alerts_delivered_total{severity}`: alerts that reached their first person.
/// `handbell_alert_delivery_seconds`: from the raising of the alert until then. Later persons of a
/// ladder are told later on purpose, so they are not in it, and neither is what waited for a
/// digest. `handbell_deliveries_total{channel,outcome}`: attempts, by what became of them.
@Component
class DeliveryMetrics {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Timer delay;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.delay =
                Timer.builder("handbell.alert.delivery")
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry);
    }

    void count(Settled settled) {
        Counter.builder("handbell.deliveries")
                .tag("channel", lower(settled.delivery().channel()))
                .tag("outcome", outcome(settled.outcome()))
                .register(registry)
                .increment();
        if (settled.firstReached()) {
            Counter.builder("handbell.alerts.delivered")
                    .tag("severity", lower(settled.alert().severity()))
                    .register(registry)
                    .increment();
            if (settled.delivery().gathered()) {
                return;
            }
            delay.record(Duration.between(settled.alert().raisedAt(), settled.at()));
        }
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> "delivered";
            case Outcome.TryAgain _ -> "delayed";
            case Outcome.Refused _ -> "refused";
        };
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
