package org.handbell.ingest.poll;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The virtual thread of one account: look, wait, look again, until it is stopped.
final class Puller {

    private final AccountPull pull;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    Puller(AccountPull pull) {
        this.pull = pull;
        this.thread = Thread.ofVirtual().name("pull").unstarted(this::run);
    }

    AccountPull pull() {
        return pull;
    }

    void start() {
        thread.start();
    }

    /// Looks again soon: the account's record has changed.
    void wake() {
        wake.release();
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

    private void await(Duration wait) throws InterruptedException {
        if (wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
