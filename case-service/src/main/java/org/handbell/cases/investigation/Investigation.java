package org.handbell.cases.investigation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handbell.cases.investigation.Step.Interview;
import org.handbell.cases.investigation.Step.Statement;
import org.jspecify.annotations.Nullable;

/// An investigation: its case, the steps taken so far, and where they have led. Immutable.
public final class Investigation {

    private final Facts facts;
    private final ZoneId zone;
    private final List<Recorded> steps;
    private final Phase phase;
    private final Threshold threshold;

    private Investigation(
            Facts facts, ZoneId zone, List<Recorded> steps, Phase phase, Threshold threshold) {
        this.facts = facts;
        this.zone = zone;
        this.steps = List.copyOf(steps);
        this.phase = phase;
        this.threshold = threshold;
    }

    /// One that has just been opened.
    ///
    /// @param zone the school's time zone
    static Investigation opened(Facts facts, ZoneId zone) {
        return new Investigation(
                facts,
                zone,
                List.of(),
                new Phase.Enquiry(facts.state().since()),
                new Threshold.NotAsked());
    }

    /// With the steps on record, oldest first. They were legal when they were taken.
    static Investigation of(Facts facts, ZoneId zone, List<Recorded> steps) {
        var all = opened(facts, zone);
        for (var step : steps) {
            all = all.with(step);
        }
        return all;
    }

    /// After a further step that was found to be legal.
    Investigation with(Recorded next) {
        var today = LocalDate.ofInstant(next.at(), zone);
        var further = new ArrayList<>(steps);
        further.add(next);
        return new Investigation(
                facts,
                zone,
                further,
                phase.after(next.step(), today, next.at()).orElse(phase),
                threshold.after(next.step(), next.by()));
    }

    /// The same with other facts, where a step changed the case.
    Investigation about(Facts other) {
        return new Investigation(other, zone, steps, phase, threshold);
    }

    Facts facts() {
        return facts;
    }

    List<Recorded> steps() {
        return steps;
    }

    Phase phase() {
        return phase;
    }

    Threshold threshold() {
        return threshold;
    }

    /// Grows with each step.
    long version() {
        return steps.size();
    }

    /// Whether nobody may speak to the subject or to witnesses yet.
    boolean contactClosed() {
        var child = facts.childGrave() || facts.childAtRisk() || threshold.sign();
        return child && !threshold.settled();
    }

    /// Who looked into it, and so does not decide it: who was nominated, and who took down what
    /// others said.
    Set<String> investigators() {
        var all = new HashSet<>(facts.nominated());
        steps.stream()
                .filter(s -> s.step() instanceof Statement || s.step() instanceof Interview)
                .map(Recorded::by)
                .forEach(all::add);
        return Set.copyOf(all);
    }

    /// The newest step of a kind.
    <S extends Step> Optional<S> last(Class<S> kind) {
        return steps.reversed().stream().map(Recorded::step).flatMap(s -> as(kind, s)).findFirst();
    }

    /// Whether such a step was taken since the case was last opened again.
    boolean sinceOpened(Class<? extends Step> kind) {
        for (var recorded : steps.reversed()) {
            if (kind.isInstance(recorded.step())) {
                return true;
            }
            if (recorded.step() instanceof Step.Reopened) {
                return false;
            }
        }
        return false;
    }

    boolean postedByOther() {
        return last(Step.PostedByOther.class).map(Step.PostedByOther::byOther).orElse(false);
    }

    /// Tasks that are not done yet, by their number.
    List<Recorded> openTasks() {
        var done = new HashSet<Long>();
        steps.stream()
                .map(Recorded::step)
                .flatMap(s -> as(Step.TaskDone.class, s))
                .forEach(s -> done.add(s.task()));
        return steps.stream()
                .filter(s -> s.step() instanceof Step.TaskSet && !done.contains(s.seq()))
                .toList();
    }

    long count(Class<? extends Step> kind) {
        return steps.stream().filter(s -> kind.isInstance(s.step())).count();
    }

    @Nullable Recorded at(long seq) {
        return seq >= 1 && seq <= steps.size() ? steps.get((int) seq - 1) : null;
    }

    private static <S> Stream<S> as(Class<S> kind, Step step) {
        return kind.isInstance(step) ? Stream.of(kind.cast(step)) : Stream.empty();
    }

    @Override
    public String toString() {
        return "Investigation[" + phase.getClass().getSimpleName() + "]";
    }
}
