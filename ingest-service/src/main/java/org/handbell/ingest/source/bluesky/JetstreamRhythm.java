package org.handbell.ingest.source.bluesky;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often a Jetstream is bothered.
///
/// @param tick between two looks at whom to hear of
/// @param apart shortest time between two questions on one connection because of others to hear of
/// @param first longest rest after a connection that ended; doubles with each further one
/// @param longest bound on the rest
record JetstreamRhythm(Duration tick, Duration apart, Duration first, Duration longest) {

    static final JetstreamRhythm USUAL =
            new JetstreamRhythm(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(2));

    private static final int MOST_DOUBLINGS = 10;

    /// Between half of it and all, so that many who were cut off together do not come back
    /// together.
    ///
    /// @param failures connections that ended one after the other, this one included
    Duration rest(int failures, RandomGenerator random) {
        var doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        var bound = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis((long) (bound.toMillis() * (0.5 + random.nextDouble() / 2)));
    }
}
