package org.handbell.cases.casefile;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.people.Role;
import org.handbell.contract.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts what happens to cases. What a transaction did counts when it has committed. Rule and
/// severity, or rule and school, are never crossed: together they could point at one case.
@Component
class CaseMetrics {

    static final List<Severity> SEVERITIES =
            List.of(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    private static final Duration[] LOOKS = {
        ofMinutes(1),
        ofMinutes(5),
        ofMinutes(15),
        ofMinutes(30),
        ofHours(1),
        ofHours(2),
        ofHours(4),
        ofHours(8),
        ofDays(1),
        ofDays(2),
        ofDays(7)
    };

    private final MeterRegistry registry;
    private final Cases cases;
    private final Counter opened;

    CaseMetrics(MeterRegistry registry, Cases cases) {
        this.registry = registry;
        this.cases = cases;
        this.opened =
                Counter.builder("handbell.cases.opened")
                        .description("Cases suggested")
                        .register(registry);
        for (var outcome : Outcome.values()) {
            decisions(outcome);
            takenBack(outcome);
        }
        SEVERITIES.forEach(this::firstLooks);
    }

    @EventListener
    void on(CaseEvent.Opened event) {
        afterCommit(opened::increment);
    }

    @EventListener
    void on(CaseEvent.Decided event) {
        var rules = cases.rules(event.caseId());
        afterCommit(() -> {
            decisions(event.outcome()).increment();
            rules.forEach(rule -> decisionsByRule(rule, event.outcome()).increment());
        });
    }

    @EventListener
    void on(CaseEvent.TakenBack event) {
        afterCommit(() -> takenBack(event.outcome()).increment());
    }

    /// Somebody who may decide it has opened a case for the first time.
    void firstLook(Case about, Instant at) {
        var after = Duration.between(about.openedAt(), at);
        afterCommit(() -> firstLooks(about.severity()).record(after));
    }

    /// Somebody has opened a case.
    void read(Role role) {
        afterCommit(() -> reads(role).increment());
    }

    private Counter decisions(Outcome outcome) {
        return Counter.builder("handbell.decisions")
                .description("Decisions of people")
                .tag("outcome", lower(outcome))
                .register(registry);
    }

    private Counter takenBack(Outcome outcome) {
        return Counter.builder("handbell.decisions.undone")
                .description("Decisions that people took back")
                .tag("outcome", lower(outcome))
                .register(registry);
    }

    private Counter decisionsByRule(String rule, Outcome outcome) {
        return Counter.builder("handbell.decisions.by.rule")
                .description("Decisions of people, once for each rule behind the case")
                .tag("rule", rule)
                .tag("outcome", lower(outcome))
                .register(registry);
    }

    private Counter reads(Role role) {
        return Counter.builder("handbell.reads")
                .description("Cases opened, by the role of who opened them")
                .tag("role", lower(role))
                .register(registry);
    }

    private Timer firstLooks(Severity severity) {
        return Timer.builder("handbell.first.look")
                .description(
                        "From when a case was suggested until somebody who may decide opened it")
                .serviceLevelObjectives(LOOKS)
                .tag("severity", lower(severity))
                .register(registry);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
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
