package org.handbell.ingest.poll;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at one account again and again, until it is stopped. Each look has a virtual thread of its
/// own and none waits for the next one: the stacks of ten thousand that wait would take more memory
/// than all that is known of their accounts.
final class Puller {

    private final AccountPull pull;
    private @Nullable Thread looking;
    private @Nullable Future<?> turn;
    private boolean again;
    private boolean stopped;

    Puller(AccountPull pull) {
        this.pull = pull;
    }

    AccountPull pull() {
        return pull;
    }

    synchronized void start() {
        if (!stopped && looking == null) {
            cancelTurn();
            looking = Thread.ofVirtual().name("pull").start(this::look);
        }
    }

    /// Looks again soon: the account's record has changed.
    synchronized void wake() {
        if (looking == null) {
            start();
        } else {
            again = true;
        }
    }

    /// Ends a wait or a fetch that is under way; must not be called while this puller writes.
    synchronized void stop() {
        stopped = true;
        cancelTurn();
        if (looking != null) {
            looking.interrupt();
        }
    }

    private void look() {
        try {
            next(pull.look());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void next(Duration wait) {
        looking = null;
        if (again) {
            again = false;
            start();
        } else if (!stopped) {
            turn =
                    ForkJoinPool.commonPool()
                            .schedule(this::start, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void cancelTurn() {
        if (turn != null) {
            turn.cancel(false);
            turn = null;
        }
    }
}
