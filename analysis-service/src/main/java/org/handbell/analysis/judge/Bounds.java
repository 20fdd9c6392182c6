package org.handbell.analysis.judge;

import java.time.Duration;

/// How much of one post is judged. A post beyond a bound is reported as not judged, never passed.
///
/// @param characters most UTF-16 characters over all fields
/// @param hits most hits
/// @param time longest time
public record Bounds(int characters, int hits, Duration time) {

    /// For a post of an ordinary platform, many times over, where nothing waits for it.
    public static final Bounds USUAL = new Bounds(150_000, 20_000, Duration.ofSeconds(10));

    public Bounds {
        if (characters < 1 || hits < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("bounds must be positive");
        }
    }

    Bounds within(Duration other) {
        return new Bounds(characters, hits, time.compareTo(other) < 0 ? time : other);
    }
}
