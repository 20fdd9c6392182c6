package org.handbell.ingest.websub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/// Figures of what hubs do.
///
/// `handbell_websub_pushes_total{outcome}`: taken; elsewhere (another instance pulls the account);
/// unsigned; unwanted; too_large. `handbell_websub_subscriptions`: confirmed by a hub, and their
/// lease has not ended.
final class WebSubMetrics {

    private static final String PUSHES = "handbell.websub.pushes";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    WebSubMetrics(MeterRegistry registry, Supplier<Number> standing) {
        this.registry = registry;
        Gauge.builder("handbell.websub.subscriptions", standing).register(registry);
        List.of("taken", "elsewhere", "unsigned", "unwanted", "too_large")
                .forEach(outcome -> registry.counter(PUSHES, OUTCOME, outcome));
    }

    void pushed(String outcome) {
        registry.counter(PUSHES, OUTCOME, outcome).increment();
    }
}
