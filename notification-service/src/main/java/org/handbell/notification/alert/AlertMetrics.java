package org.handbell.notification.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// `handbell_dead_letters_total{topic}`: records of `alerts.v1` that were put aside.
/// `handbell_tips_held_total`: tips that were counted and told to nobody.
/// `handbell_disposals_total{kind}`: alerts and event ids forgotten because their time was over.
@Component
class AlertMetrics {

    private final Counter deadLetters;
    private final Counter tips;
    private final Counter alerts;
    private final Counter eventIds;

    AlertMetrics(MeterRegistry registry) {
        this.deadLetters =
                Counter.builder("handbell.dead.letters")
                        .description("Records put aside, by the topic that they were read from")
                        .tag("topic", "alerts.v1")
                        .register(registry);
        this.tips =
                Counter.builder("handbell.tips.held")
                        .description("Tips that were told to nobody")
                        .register(registry);
        this.alerts = disposals("alert", registry);
        this.eventIds = disposals("event-id", registry);
    }

    void setAside() {
        deadLetters.increment();
    }

    void tipHeld() {
        tips.increment();
    }

    void forgotten(int forgottenAlerts, int forgottenIds) {
        alerts.increment(forgottenAlerts);
        eventIds.increment(forgottenIds);
    }

    private static Counter disposals(String kind, MeterRegistry registry) {
        return Counter.builder("handbell.disposals")
                .description("Records disposed of because their time was over")
                .tag("kind", kind)
                .register(registry);
    }
}
