package org.handbell.ingest.source.bluesky;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Most record keys are times: 13 characters that sort as they were made. Anybody may choose
/// others.
final class Tid {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("[2-7a-j][2-7a-z]{12}");
    private static final int CLOCK_BITS = 10;

    private Tid() {}

    static boolean is(String key) {
        return FORM.matcher(key).matches();
    }

    /// When the key was made, by the writer's own clock.
    static Optional<Instant> time(String key) {
        if (!is(key)) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < key.length(); i++) {
            value = (value << 5) | DIGITS.indexOf(key.charAt(i));
        }
        return Optional.of(Instant.EPOCH.plus(value >>> CLOCK_BITS, ChronoUnit.MICROS));
    }
}
