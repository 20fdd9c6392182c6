package org.handbell.cases.people;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the calendar brings about by itself: absences begin, and what was agreed runs out.
@Component
class PeopleTasks {

    private final JdbcPreferences preferences;
    private final Register register;

    PeopleTasks(JdbcPreferences preferences, Register register) {
        this.preferences = preferences;
        this.register = register;
    }

    @Scheduled(initialDelayString = "30s", fixedDelayString = "15m")
    void anotherDay() {
        preferences.begin();
        register.dropWhatRanOut();
    }
}
