package org.handbell.analysis.running;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Figures of packs that come and of one that stands in the shadow.
@Component
public class PolicyMetrics {

    private final MeterRegistry registry;
    private final Counter taken;
    private final Counter refused;
    private final Counter skipped;
    private final Counter failed;

    PolicyMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.taken = counter("handbell.packs.taken", "Times that changed packs came into force");
        this.refused =
                counter(
                        "handbell.packs.refused",
                        "Times that changed packs had an error and did not");
        this.skipped =
                counter("handbell.shadow.skipped", "Posts that the shadow pack had no time for");
        this.failed =
                counter("handbell.shadow.failed", "Posts that the shadow pack could not judge");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void taken() {
        taken.increment();
    }

    void refused() {
        refused.increment();
    }

    void skipped() {
        skipped.increment();
    }

    void failed() {
        failed.increment();
    }

    /// @param seen by whom: `both`, `live`, `shadow`
    void compared(String clause, String seen) {
        Counter.builder("handbell.shadow.findings")
                .description("Claims, by whether the live pack, the shadow pack or both make them")
                .tag("clause", clause)
                .tag("seen", seen)
                .register(registry)
                .increment();
    }
}
