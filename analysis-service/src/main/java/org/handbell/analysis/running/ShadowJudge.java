package org.handbell.analysis.running;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judgement;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges each post a second time, by a pack that is not in force, and counts where the two differ.
/// Nothing is written and nobody is told. Live posts go first: it has a thread of its own, and what
/// it cannot keep up with is skipped and counted.
public final class ShadowJudge {

    private static final Logger log = LoggerFactory.getLogger(ShadowJudge.class);

    /// Most posts that wait; they are held in memory alone.
    private static final int MOST_WAITING = 200;

    private final AtomicReference<@Nullable Judge> candidate = new AtomicReference<>();
    private final ArrayBlockingQueue<Live> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final PolicyMetrics metrics;
    private final Thread thread;

    private record Live(Circumstances circumstances, Judgement judgement) {}

    ShadowJudge(PolicyMetrics metrics) {
        this.metrics = metrics;
        this.thread =
                Thread.ofPlatform()
                        .name("shadow")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    void replace(Judge judge) {
        candidate.set(judge);
    }

    /// Notes what was claimed, to compare it when there is time.
    public void note(Circumstances circumstances, Judgement judgement) {
        if (candidate.get() != null && !waiting.offer(new Live(circumstances, judgement))) {
            metrics.skipped();
        }
    }

    private void run() {
        try {
            while (true) {
                compare(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(Live live) {
        var judge = candidate.get();
        if (judge == null) {
            return;
        }
        try {
            compare(clauses(live.judgement()), clauses(judge.judge(live.circumstances())));
        } catch (RuntimeException | StackOverflowError e) {
            metrics.failed();
            log.debug("the shadow pack failed: {}", e.getClass().getName());
        }
    }

    private void compare(Set<String> found, Set<String> shadow) {
        var all = new HashSet<>(found);
        all.addAll(shadow);
        for (var clause : all) {
            var both = found.contains(clause) && shadow.contains(clause);
            metrics.compared(clause, both ? "both" : found.contains(clause) ? "live" : "shadow");
        }
    }

    private static Set<String> clauses(Judgement judgement) {
        return judgement.findings().stream().map(Finding::clause).collect(Collectors.toSet());
    }
}
