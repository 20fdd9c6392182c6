package org.handbell.ingest.poll;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at one account again and again, until it is stopped. Each look has a virtual thread of its
/// own and none waits for the next one: the stacks of ten thousand that wait would take more memory
/// than all that is known of their accounts.
final class Puller {

    private final AccountPull pull;
    private final Duration apart;
    private @Nullable Thread looking;
    private @Nullable Turn turn;
    private boolean changed;
    private boolean pushed;
    private boolean stopped;

    /// @param apart shortest time between a look and the next one that a push brings about
    Puller(AccountPull pull, Duration apart) {
        this.pull = pull;
        this.apart = apart;
    }

    AccountPull pull() {
        return pull;
    }

    synchronized void start() {
        if (stopped || looking != null) {
            return;
        }
        cancelTurn();
        changed = false;
        pushed = false;
        looking = Thread.ofVirtual().name("pull").start(this::look);
    }

    /// Looks again at once, or after the look that is under way: the account's record has changed.
    synchronized void wake() {
        changed = true;
        start();
    }

    /// Looks again soon: a push says that there is news. Not while the platform asks for patience.
    ///
    /// @return whether the account is due now because of this push
    synchronized boolean due() {
        if (!pull.answered() || pushed) {
            return false;
        }
        pushed = true;
        if (turn != null) {
            after(turn.rest());
        }
        return true;
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

    /// A push during a look may tell of what the look no longer saw: it counts for the next one.
    private synchronized void next(Duration wait) {
        looking = null;
        pushed = pushed && pull.answered();
        if (changed) {
            start();
        } else {
            after(wait);
            if (pushed && turn != null) {
                after(turn.rest());
            }
        }
    }

    private void after(Duration wait) {
        cancelTurn();
        if (!stopped) {
            var timer =
                    ForkJoinPool.commonPool()
                            .schedule(this::start, wait.toMillis(), TimeUnit.MILLISECONDS);
            turn = new Turn(timer, wait.compareTo(apart) < 0 ? Duration.ZERO : wait.minus(apart));
        }
    }

    private void cancelTurn() {
        if (turn != null) {
            turn.timer.cancel(false);
            turn = null;
        }
    }

    /// The next look.
    ///
    /// @param yielding how much earlier it may be where a push wants it so
    private record Turn(ScheduledFuture<?> timer, Duration yielding) {

        /// How long it must wait all the same.
        Duration rest() {
            var left = Duration.ofNanos(timer.getDelay(TimeUnit.NANOSECONDS)).minus(yielding);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
