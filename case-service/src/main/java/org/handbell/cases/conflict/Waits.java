package org.handbell.cases.conflict;

import java.time.Clock;
import java.time.Duration;
import org.handbell.cases.calendar.WorkingDays;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;

/// How long a rung waits for the one before it. A wait of days counts working days, so that nobody
/// is passed over because of a weekend; a shorter one runs at any hour.
@Component
class Waits {

    private static final Duration DAY = Duration.ofDays(1);

    private final LadderSettings settings;
    private final WorkingDays days;
    private final Clock clock;

    Waits(LadderSettings settings, WorkingDays days, Clock clock) {
        this.settings = settings;
        this.days = days;
        this.clock = clock;
    }

    /// @param soFar from the first rung to the one before
    Duration next(Severity severity, Duration soFar) {
        var wait = settings.wait(severity);
        if (wait.compareTo(DAY) < 0) {
            return wait;
        }
        var since = clock.instant().plus(soFar);
        return Duration.between(since, days.after(since, (int) wait.toDays()));
    }
}
