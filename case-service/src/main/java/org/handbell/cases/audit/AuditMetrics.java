package org.handbell.cases.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Whether the record is whole.
@Component
class AuditMetrics {

    private volatile double verified = Double.NaN;
    private volatile Instant verifiedAt;

    /// The age counts from the start until the first walk has ended, so that it grows where none
    /// ever does.
    AuditMetrics(MeterRegistry registry, Clock clock) {
        this.verifiedAt = clock.instant();
        Gauge.builder("handbell.audit.verified", () -> verified)
                .description("1 where the last walk found each link whole, 0 where one was broken")
                .register(registry);
        Gauge.builder(
                        "handbell.audit.verified.age",
                        () -> Duration.between(verifiedAt, clock.instant()).toSeconds())
                .description("Since the last walk along the audit trail ended")
                .baseUnit("seconds")
                .register(registry);
    }

    void verified(boolean whole, Instant at) {
        verified = whole ? 1 : 0;
        verifiedAt = at;
    }
}
