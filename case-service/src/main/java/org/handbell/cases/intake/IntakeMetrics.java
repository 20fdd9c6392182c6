package org.handbell.cases.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.FindingEvent.NotJudged;
import org.springframework.stereotype.Component;

/// Figures of the intake.
@Component
class IntakeMetrics {

    private final Counter findings;
    private final Counter notJudged;
    private final Counter repeated;
    private final Counter expired;

    IntakeMetrics(MeterRegistry registry) {
        this.findings =
                Counter.builder("handbell.findings.received")
                        .description("Findings taken in, repeats not counted")
                        .register(registry);
        this.notJudged =
                Counter.builder("handbell.findings.not.judged")
                        .description("Posts that the analysis could not judge")
                        .register(registry);
        this.repeated =
                Counter.builder("handbell.findings.repeated")
                        .description("Events that were handled before")
                        .register(registry);
        this.expired =
                Counter.builder("handbell.disposals")
                        .description("Records disposed of because their time was over")
                        .tag("kind", "slight-finding")
                        .register(registry);
    }

    void taken(FindingEvent event) {
        if (event instanceof Found found) {
            findings.increment(found.findings().size());
        } else if (event instanceof NotJudged) {
            notJudged.increment();
        }
    }

    /// Slight findings were forgotten, with what was kept about them.
    void expired(int findings) {
        expired.increment(findings);
    }

    void repeated() {
        repeated.increment();
    }
}
