package org.handbell.notification.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// `handbell_ladders_run_out_total`: alerts whose whole ladder was told and nobody acknowledged.
@Component
class EscalationMetrics {

    private final Counter ranOut;

    EscalationMetrics(MeterRegistry registry) {
        this.ranOut = Counter.builder("handbell.ladders.run.out").register(registry);
    }

    /// Counts once the transaction holds: one that is rolled back comes again.
    void ranOutAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ranOut.increment();
                    }
                });
    }
}
