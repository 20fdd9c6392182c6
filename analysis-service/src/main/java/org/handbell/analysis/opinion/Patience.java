package org.handbell.analysis.opinion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How often the model may be asked: so many calls an hour, and none for a while after it failed
/// several times in a row.
final class Patience {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int FAILURES = 5;

    private final int callsPerHour;
    private final Clock clock;
    private Instant hour;
    private Instant restUntil = Instant.MIN;
    private int calls;
    private int failures;

    Patience(int callsPerHour, Clock clock) {
        this.callsPerHour = callsPerHour;
        this.clock = clock;
        this.hour = clock.instant();
    }

    /// Takes one call out of the budget; else says why there is none.
    synchronized Asked ask() {
        var now = clock.instant();
        if (now.isBefore(restUntil)) {
            return Asked.RESTING;
        }
        if (!now.isBefore(hour.plus(HOUR))) {
            hour = now;
            calls = 0;
        }
        if (calls == callsPerHour) {
            return Asked.NO_BUDGET;
        }
        calls++;
        return Asked.ANSWERED;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            restUntil = clock.instant().plus(REST);
            failures = 0;
        }
    }
}
