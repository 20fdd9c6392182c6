package org.handbell.cases.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/// Figures of the reading.
@Component
class InboxMetrics {

    private final MeterRegistry registry;
    private final Counter forgotten;

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.forgotten =
                Counter.builder("handbell.disposals")
                        .description("Records disposed of because their time was over")
                        .tag("kind", "event-id")
                        .register(registry);
        List.of("findings.v1", "deliveries.v1", "media.v1").forEach(this::deadLetters);
    }

    /// The broker has a record that was put aside.
    void setAside(String topic) {
        deadLetters(topic).increment();
    }

    void forgotten(int eventIds) {
        forgotten.increment(eventIds);
    }

    private Counter deadLetters(String topic) {
        return Counter.builder("handbell.dead.letters")
                .description("Records put aside, by the topic that they were read from")
                .tag("topic", topic)
                .register(registry);
    }
}
