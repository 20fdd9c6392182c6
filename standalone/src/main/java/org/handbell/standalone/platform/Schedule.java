package org.handbell.standalone.platform;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out the written steps, each once, also over restarts.
final class Schedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int LONGEST_STEP_SECONDS = 5;

    private final Posts posts;
    private final List<Step> steps;
    private final ScheduledThreadPoolExecutor clockwork =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("platform-schedule").daemon().factory());

    Schedule(Posts posts, List<Step> steps) {
        this.posts = posts;
        this.steps = List.copyOf(steps);
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Starts; what an earlier run did is not done again, and the rest keeps its distances.
    void start() {
        var left = steps.stream().filter(step -> posts.doneBy(step.key()).isEmpty()).toList();
        var passed =
                steps.stream()
                        .filter(step -> posts.doneBy(step.key()).isPresent())
                        .mapToLong(Step::afterMillis)
                        .max()
                        .orElse(0);
        left.forEach(step ->
                clockwork.schedule(
                        () -> carryOut(step),
                        Math.max(0, step.afterMillis() - passed),
                        TimeUnit.MILLISECONDS));
    }

    /// Lets the step under way end, since half a step would be carried out again, and begins no
    /// other.
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException e) {
            clockwork.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Step step) {
        try {
            posts.markDone(step.key(), outcome(step));
        } catch (RuntimeException e) {
            LOG.error("step {} of the local platform's schedule failed", step.key(), e);
        }
    }

    private String outcome(Step step) {
        if (step.edits() != null) {
            posts.edit(made(step.edits()), step.text() == null ? "" : step.text());
            return "";
        }
        if (step.deletes() != null) {
            posts.delete(made(step.deletes()));
            return "";
        }
        return posts.publish(draft(step)).id();
    }

    private Draft draft(Step step) {
        if (step.account() == null) {
            throw new IllegalStateException("step " + step.key() + " names no account");
        }
        return new Draft(
                step.account(),
                step.text() == null ? "" : step.text(),
                step.pictures() == null ? List.of() : step.pictures(),
                step.pollOptions() == null ? List.of() : step.pollOptions(),
                madeOrNull(step.boosts()),
                madeOrNull(step.replyTo()));
    }

    private @Nullable String madeOrNull(@Nullable String key) {
        return key == null ? null : made(key);
    }

    private String made(String key) {
        return posts.doneBy(key)
                .orElseThrow(() -> new IllegalStateException("step " + key + " comes later"));
    }
}
