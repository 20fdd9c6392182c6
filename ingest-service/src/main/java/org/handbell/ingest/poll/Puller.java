package org.handbell.ingest.poll;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The virtual thread of one account: look, wait, look again, until it is stopped.
final class Puller {

    private final AccountPull pull;
    private final Duration apart;
    private final Semaphore changed = new Semaphore(0);
    private final Semaphore pushed = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    /// @param apart shortest time between a look and the next one that a push brings about
    Puller(AccountPull pull, Duration apart) {
        this.pull = pull;
        this.apart = apart;
        this.thread = Thread.ofVirtual().name("pull").unstarted(this::run);
    }

    AccountPull pull() {
        return pull;
    }

    void start() {
        thread.start();
    }

    /// Looks again at once: the account's record has changed.
    void wake() {
        changed.release();
        pushed.release();
    }

    /// Looks again soon: a push says that there is news. Not while the platform asks for patience.
    ///
    /// @return whether the account is due now because of this push
    boolean due() {
        if (!pull.answered() || pushed.availablePermits() > 0) {
            return false;
        }
        pushed.release();
        return true;
    }

    /// Ends a wait or a fetch that is under way; must not be called while this puller writes.
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!stopped) {
                await(pull.look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A push during a look may tell of what the look no longer saw: it counts for the next one.
    private void await(Duration wait) throws InterruptedException {
        var least = wait.compareTo(apart) < 0 ? wait : apart;
        if (!within(least, changed)) {
            if (!pull.answered()) {
                pushed.drainPermits();
            }
            within(wait.minus(least), pushed);
        }
        changed.drainPermits();
        pushed.drainPermits();
    }

    private static boolean within(Duration wait, Semaphore signal) throws InterruptedException {
        return signal.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
