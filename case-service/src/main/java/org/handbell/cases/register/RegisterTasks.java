package org.handbell.cases.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets each new day change the register: nothing in it changes by time within a day.
@Component
class RegisterTasks {

    private final EndOverdue overdue;
    private final SettleAccounts settle;
    private @Nullable LocalDate done;

    RegisterTasks(EndOverdue overdue, SettleAccounts settle) {
        this.overdue = overdue;
        this.settle = settle;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void followTheDay() {
        var today = settle.today();
        if (!today.equals(done)) {
            overdue.now();
            done = today;
        }
    }
}
