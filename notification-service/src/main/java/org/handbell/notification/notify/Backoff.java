package org.handbell.notification.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// How long to wait before the next attempt: doubles up to a bound, with jitter, so that many
/// messages that failed together do not come back together.
@Component
public class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final BackoffSettings settings;
    private final RandomGenerator chance;

    public Backoff(BackoffSettings settings, RandomGenerator chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /// Between half the pause and the whole of it.
    ///
    /// @param attempt the one that failed, from 1
    public Duration after(int attempt) {
        var doublings = Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS);
        var grown = settings.first().toMillis() * Math.pow(2, doublings);
        var pause = (long) Math.min(grown, settings.longest().toMillis());
        return Duration.ofMillis(pause / 2 + chance.nextLong(pause / 2 + 1));
    }
}
