package org.handbell.analysis.stream;

import java.time.Duration;

/// The time that one batch may take in all. Its transaction ends after 10 s, and a batch that comes
/// too late comes again without end; so where some posts took long, those behind them get less. An
/// ordinary post needs a fraction of the least.
final class BatchTime {

    private static final Duration IN_ALL = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMillis(25);

    private final long end;

    BatchTime() {
        this.end = System.nanoTime() + IN_ALL.toNanos();
    }

    /// What the next post may take.
    Duration left() {
        var left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
