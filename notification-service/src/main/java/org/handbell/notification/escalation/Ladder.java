package org.handbell.notification.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;

/// Who is told, in which order: steps, each told together.
record Ladder(List<Step> steps) {

    /// Told together.
    ///
    /// @param afterWait pause after the step before
    record Step(Duration afterWait, List<Rung> rungs) {}

    private record Told(String personId, Channel channel) {}

    /// A rung with a wait begins a step, one without joins the step before it. A person who stands
    /// twice for one channel is told once, at the first; the later rung's wait still counts for
    /// those after it.
    static Ladder of(List<Rung> rungs) {
        var steps = new ArrayList<Step>();
        var told = new HashSet<Told>();
        var wait = Duration.ZERO;
        for (var rung : rungs) {
            wait = wait.plus(rung.afterWait());
            if (!told.add(new Told(rung.personId(), rung.channel()))) {
                continue;
            }
            if (steps.isEmpty() || wait.isPositive()) {
                steps.add(new Step(wait, new ArrayList<>()));
                wait = Duration.ZERO;
            }
            steps.getLast().rungs().add(rung);
        }
        return new Ladder(List.copyOf(steps));
    }
}
