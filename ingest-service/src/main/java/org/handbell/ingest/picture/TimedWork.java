package org.handbell.ingest.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has work done by others and waits for it within bounds; what takes longer is given up.
final class TimedWork {

    private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);

    private final Workers workers;
    private final long perPicture;
    private final long end;
    private long pictureEnd;

    /// The time for all begins to run.
    TimedWork(Workers workers, Duration all, Duration perPicture) {
        this.workers = workers;
        this.perPicture = perPicture.toNanos();
        this.end = System.nanoTime() + all.toNanos();
        this.pictureEnd = end;
    }

    /// The time for the next picture begins to run.
    void next() {
        var bound = System.nanoTime() + perPicture;
        pictureEnd = bound - end < 0 ? bound : end;
    }

    /// Empty where time ran out, or the thread is to end.
    <T> Optional<T> fetched(Callable<T> fetch) throws FailedException {
        return done(workers.fetching, fetch);
    }

    /// The same for what takes the processor.
    <T> Optional<T> looked(Callable<T> look) throws FailedException {
        return done(workers.looking, look);
    }

    private <T> Optional<T> done(ExecutorService worker, Callable<T> work) throws FailedException {
        var left = pictureEnd - System.nanoTime();
        if (left <= 0) {
            return Optional.empty();
        }
        try {
            var promised = worker.submit(work);
            try {
                return Optional.of(promised.get(left, TimeUnit.NANOSECONDS));
            } finally {
                promised.cancel(true);
            }
        } catch (TimeoutException | RejectedExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    /// A bug, or too little memory: the post goes on, and the log names the place and nothing of
    /// the picture.
    private static FailedException failed(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        var trace = cause.getStackTrace();
        LOG.warn(
                "a picture could not be looked at: {} at {}",
                cause.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return new FailedException();
    }

    record Workers(ExecutorService fetching, ExecutorService looking) {}

    /// The work itself failed; the log says how.
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
