package org.handbell.ingest.source.x;

import java.time.Instant;
import java.util.Comparator;

/// X's ids are numbers that grow with time and hold the time they were given at.
final class Snowflake {

    /// Lower ones first. Numbers without leading zeros, of any length.
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int BELOW_TIME = 22;

    private Snowflake() {}

    /// When an id of at most 19 digits was given.
    static Instant time(String id) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(id) >>> BELOW_TIME) + EPOCH_MILLIS);
    }
}
