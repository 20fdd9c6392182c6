package org.handbell.cases.casefile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.handbell.contract.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Figures of cases. What a transaction did counts when it has committed.
@Component
class CaseMetrics {

    private final MeterRegistry registry;
    private final Counter opened;

    CaseMetrics(MeterRegistry registry, Cases cases) {
        this.registry = registry;
        this.opened =
                Counter.builder("handbell.cases.opened")
                        .description("Cases suggested")
                        .register(registry);
        for (var severity : List.of(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
            Gauge.builder(
                            "handbell.cases.open",
                            () -> cases.countUnderWay().getOrDefault(severity, 0L))
                    .description("Cases under way")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        for (var outcome : Outcome.values()) {
            decisions(outcome);
        }
    }

    @EventListener
    void on(CaseEvent.Opened event) {
        afterCommit(opened::increment);
    }

    @EventListener
    void on(CaseEvent.Decided event) {
        afterCommit(() -> decisions(event.outcome()).increment());
    }

    private Counter decisions(Outcome outcome) {
        return Counter.builder("handbell.decisions")
                .description("Decisions of people")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static void afterCommit(Runnable count) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        count.run();
                    }
                });
    }
}
