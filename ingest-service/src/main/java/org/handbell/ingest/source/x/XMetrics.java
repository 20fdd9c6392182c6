package org.handbell.ingest.source.x;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// `handbell_platform_spending_dollars_total{platform}`: what a paid platform was asked for, at its
/// published prices, over all accounts.
final class XMetrics {

    private static final double MILLIONTH = 1e-6;

    private final Counter spending;

    XMetrics(MeterRegistry registry) {
        spending =
                Counter.builder("handbell.platform.spending")
                        .description("What a paid platform was asked for, at its published prices")
                        .baseUnit("dollars")
                        .tag("platform", "x")
                        .register(registry);
    }

    /// @param micros in millionths of a US dollar
    void spent(long micros) {
        spending.increment(micros * MILLIONTH);
    }
}
