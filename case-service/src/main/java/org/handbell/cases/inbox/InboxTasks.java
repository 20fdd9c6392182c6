package org.handbell.cases.inbox;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the inbox within its bound.
@Component
class InboxTasks {

    private final Inbox inbox;
    private final ReadingSettings settings;
    private final InboxMetrics metrics;
    private final Clock clock;

    InboxTasks(Inbox inbox, ReadingSettings settings, InboxMetrics metrics, Clock clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        metrics.forgotten(inbox.forgetBefore(clock.instant().minus(settings.remember())));
    }
}
