package org.handbell.analysis.running;

import java.util.concurrent.atomic.AtomicReference;
import org.handbell.analysis.judge.Judge;

/// The judge in office. Another one takes over whole, between two posts.
public final class RunningJudge {

    private final AtomicReference<Judge> current;

    public RunningJudge(Judge first) {
        current = new AtomicReference<>(first);
    }

    public Judge current() {
        return current.get();
    }

    void replace(Judge judge) {
        current.set(judge);
    }
}
