package org.handbell.analysis.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.handbell.analysis.policy.InvalidPackException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes new packs in while the service runs. A pack with an error is named in the log and counted,
/// and the ones that judge go on judging.
final class PackWatch {

    private static final Logger log = LoggerFactory.getLogger(PackWatch.class);

    private final Duration every;
    private final List<Watched> watched = new ArrayList<>();
    private final PolicyMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// @param take reads the packs and lets them judge; throws where one has an error
    private record Watched(String what, Changes changes, Runnable take) {}

    PackWatch(Duration every, PolicyMetrics metrics) {
        this.every = every;
        this.metrics = metrics;
    }

    /// What to take anew when something under a folder changes. The first look is now.
    void add(String what, List<java.nio.file.Path> folders, Runnable take) {
        watched.add(new Watched(what, new Changes(folders), take));
    }

    void start() {
        if (!watched.isEmpty()) {
            thread = Thread.ofVirtual().name("packs").start(this::run);
        }
    }

    void stop() {
        stopping.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        watched.stream().filter(one -> one.changes().any()).forEach(this::take);
    }

    private void take(Watched one) {
        try {
            one.take().run();
            metrics.taken();
            log.info("{}: new packs are in force", one.what());
        } catch (InvalidPackException e) {
            metrics.refused();
            log.error("{}: refused, the former ones stay: {}", one.what(), e.getMessage());
        } catch (RuntimeException e) {
            // Whatever a file in a folder does, it must not stop the judging.
            metrics.refused();
            log.error("{}: refused, the former ones stay", one.what(), e);
        }
    }
}
