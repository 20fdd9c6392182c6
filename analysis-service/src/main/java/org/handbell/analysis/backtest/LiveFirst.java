package org.handbell.analysis.backtest;

import java.util.function.LongSupplier;

/// Live posts go first: where the service that judges them falls behind, whatever the reason, the
/// replay stands still until it has caught up.
final class LiveFirst {

    /// Records behind that are ordinary: a batch on its way.
    static final long ORDINARY = 100;

    private final LongSupplier behind;
    private long before;
    private boolean waiting;

    /// @param behind records that the live group is behind, over all its partitions
    LiveFirst(LongSupplier behind) {
        this.behind = behind;
        this.before = behind.getAsLong();
    }

    /// Whether the replay may go on for a while.
    boolean mayGoOn() {
        var now = behind.getAsLong();
        var grows = now > before;
        before = now;
        waiting = now > ORDINARY && (waiting || grows);
        return !waiting;
    }
}
