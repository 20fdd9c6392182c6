package org.handbell.analysis.backtest;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets no more posts through in a second than allowed, evenly. What was not used is not saved up.
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long gap;
    private final LongSupplier nanos;
    private final Pause pause;
    private long next;

    /// Waits for some nanoseconds.
    @FunctionalInterface
    interface Pause {
        void of(long nanos) throws InterruptedException;
    }

    Pace(int perSecond, LongSupplier nanos, Pause pause) {
        this.gap = SECOND / perSecond;
        this.nanos = nanos;
        this.pause = pause;
        this.next = nanos.getAsLong();
    }

    /// Waits until the next post may go. Short waits are gathered, since none can be slept exactly.
    void await() throws InterruptedException {
        var now = nanos.getAsLong();
        next = Math.max(next + gap, now - SECOND / 10);
        if (next - now > SECOND / 100) {
            pause.of(next - now);
        }
    }
}
