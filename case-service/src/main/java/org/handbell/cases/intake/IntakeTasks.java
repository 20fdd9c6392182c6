package org.handbell.cases.intake;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps what waits for the digest within its time.
@Component
class IntakeTasks {

    private static final int MOST = 500;

    private final TakeIn takeIn;

    IntakeTasks(TakeIn takeIn) {
        this.takeIn = takeIn;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        takeIn.forgetExpired(MOST);
    }
}
