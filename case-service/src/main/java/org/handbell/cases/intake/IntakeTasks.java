package org.handbell.cases.intake;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps what waits for the digest within its time.
@Component
class IntakeTasks {

    private static final int MOST = 500;

    private final TakeIn takeIn;
    private final IntakeMetrics metrics;

    IntakeTasks(TakeIn takeIn, IntakeMetrics metrics) {
        this.takeIn = takeIn;
        this.metrics = metrics;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        metrics.expired(takeIn.forgetExpired(MOST));
    }
}
