package org.handbell.analysis.meaning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Figures of reading for meaning: how many posts were worth it, and what it costs.
@Component
public class MeaningMetrics {

    private final Counter read;
    private final Counter skipped;
    private final Timer reading;

    /// Both counts are there from the start, so that a share can be taken of them.
    MeaningMetrics(MeterRegistry registry) {
        this.read = posts(registry, "read");
        this.skipped = posts(registry, "skipped");
        this.reading =
                Timer.builder("handbell.meaning.reading")
                        .description("Time in which the encoder read one post")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofSeconds(5))
                        .register(registry);
    }

    private static Counter posts(MeterRegistry registry, String outcome) {
        return Counter.builder("handbell.meaning.posts")
                .description("Posts that the encoder read, and those it was spared")
                .tag("outcome", outcome)
                .register(registry);
    }

    void read(Duration took) {
        read.increment();
        reading.record(took);
    }

    void skipped() {
        skipped.increment();
    }
}
