package org.handbell.cases.alerting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Figures of alerts; they count when the transaction has committed.
@Component
class AlertMetrics {

    private final MeterRegistry registry;

    AlertMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var severity : Severity.values()) {
            if (severity.opensCase()) {
                counter(severity);
            }
        }
    }

    void raised(Severity severity) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        counter(severity).increment();
                    }
                });
    }

    private Counter counter(Severity severity) {
        return Counter.builder("handbell.alerts.raised")
                .description("Alerts raised, graver steps too")
                .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
