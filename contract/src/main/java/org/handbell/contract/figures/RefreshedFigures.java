package org.handbell.contract.figures;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Refreshes figures in the background, one question after another: a scrape never waits for the
/// broker or the database, never fails with them, and cannot ask them more often than this does.
public final class RefreshedFigures implements AutoCloseable {

    /// What `handbell.figures.every` may be at least.
    public static final Duration SHORTEST = Duration.ofMillis(100);

    /// What `handbell.figures.every` may be at most.
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshedFigures.class);

    private final String name;
    private final Duration every;
    private final Figures figures;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private boolean known = true;

    /// @param name of the figures, for the log
    /// @param every pause between two questions, 100 ms to 5 min
    public RefreshedFigures(String name, Duration every, Figures figures) {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "handbell.figures.every must be between 100ms and 5m, not " + every);
        }
        this.name = name;
        this.every = every;
        this.figures = figures;
        this.thread = Thread.ofVirtual().name("figures-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            do {
                refresh();
            } while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Told once for each outage, and by its kind alone: messages of databases quote content.
    private void refresh() {
        try {
            figures.refresh();
            known = true;
        } catch (RuntimeException e) {
            figures.unknown();
            if (known && stopped.getCount() > 0) {
                LOG.warn("the figures {} are not known: {}", name, e.getClass().getSimpleName());
            }
            known = false;
        }
    }
}
