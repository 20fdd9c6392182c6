package org.handbell.cases.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records what a named person decided.
@Component
public class DecideCase {

    /// Longest words of a decision, in characters.
    static final int MOST_WORDS = 4_000;

    private final DeskCases desk;
    private final Cases cases;
    private final Timeline timeline;
    private final CardLocks locks;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideCase(
            DeskCases desk,
            Cases cases,
            Timeline timeline,
            CardLocks locks,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.timeline = timeline;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// An answer as it was given; null for what was left out.
    ///
    /// @param version of the case that the person had before them
    public record Answer(
            long version, @Nullable Outcome outcome, @Nullable Reason reason, String words) {}

    /// What came of it.
    public sealed interface Result {

        /// It was recorded.
        record Recorded(Case decided) implements Result {}

        /// Something is missing or wrong with the answer.
        record Incomplete(List<Fault> faults) implements Result {}

        /// Somebody else changed the case since it was read.
        record Stale() implements Result {}

        /// Somebody else has the card before them. What says that a child may be at risk now is
        /// never answered so.
        record BeingLookedAt(CardLocks.Lock lock) implements Result {}

        /// There is no such case for this person.
        record NotFound() implements Result {}
    }

    /// What is wrong with an answer.
    public enum Fault {
        NO_OUTCOME,
        OUTCOME_NOT_POSSIBLE,
        NO_REASON,
        REASON_DOES_NOT_FIT,
        NO_WORDS,
        TOO_MANY_WORDS
    }

    @Transactional
    public Result decide(String personId, String reference, Answer answer) {
        var found = desk.find(personId, reference);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var before = found.get();
        if (before.version() != answer.version()) {
            return new Result.Stale();
        }
        var held = held(before, personId, answer);
        if (held.isPresent()) {
            return new Result.BeingLookedAt(held.get());
        }
        var faults = faults(before, answer);
        return faults.isEmpty()
                ? new Result.Recorded(record(before, personId, answer))
                : new Result.Incomplete(faults);
    }

    private Optional<CardLocks.Lock> held(Case about, String personId, Answer answer) {
        return answer.outcome() == Outcome.CHILD_AT_RISK
                        || !(about.state() instanceof CaseState.Suggested)
                ? Optional.empty()
                : locks.ofAnother(about.caseId(), personId);
    }

    private Case record(Case before, String personId, Answer answer) {
        var at = clock.instant();
        var outcome = present(answer.outcome());
        var reason = present(reason(answer));
        var after =
                cases.update(
                        taken(before, personId, at)
                                .moved(before.state().after(outcome, at).orElseThrow()));
        locks.release(before.caseId());
        cases.decide(
                before.caseId(),
                new Decision(outcome, reason, answer.words().strip(), personId, at));
        timeline.append(
                before.caseId(),
                new Entry(at, Timeline.Kind.DECIDED, "Decided: " + outcome.words(), personId));
        audit.append(personId, "case.decided", DeskCases.subject(before), outcome.name());
        events.publishEvent(
                new CaseEvent.Decided(
                        before.caseId(),
                        outcome,
                        after.state().ended(),
                        cases.posts(before.caseId())));
        return after;
    }

    /// Whoever decides has taken it on.
    private Case taken(Case before, String personId, Instant at) {
        if (before.acknowledgement() != null) {
            return before;
        }
        events.publishEvent(new CaseEvent.Acknowledged(before.caseId(), personId, at));
        return before.acknowledged(personId, at);
    }

    private List<Fault> faults(Case about, Answer answer) {
        var faults = new ArrayList<Fault>();
        if (answer.outcome() == null) {
            faults.add(Fault.NO_OUTCOME);
        } else if (about.state().after(answer.outcome(), Instant.EPOCH).isEmpty()) {
            faults.add(Fault.OUTCOME_NOT_POSSIBLE);
        }
        reasonFault(answer).ifPresent(faults::add);
        if (answer.words().isBlank() && wordsNeeded(about, answer.reason())) {
            faults.add(Fault.NO_WORDS);
        }
        if (answer.words().length() > MOST_WORDS) {
            faults.add(Fault.TOO_MANY_WORDS);
        }
        return List.copyOf(faults);
    }

    /// Which reasons there are depends on the answer, so without one none is asked for.
    private static Optional<Fault> reasonFault(Answer answer) {
        var outcome = answer.outcome();
        var reason = reason(answer);
        if (outcome == null) {
            return Optional.empty();
        }
        if (reason == null) {
            return Optional.of(Fault.NO_REASON);
        }
        return reason.fits(outcome) ? Optional.empty() : Optional.of(Fault.REASON_DOES_NOT_FIT);
    }

    private static @Nullable Reason reason(Answer answer) {
        var outcome = answer.outcome();
        return outcome != null && outcome.speaksForItself() && answer.reason() == null
                ? Reason.TO_BE_LOOKED_INTO
                : answer.reason();
    }

    /// Words are needed on the two gravest tiers, and where no tap says it.
    static boolean wordsNeeded(Case about, @Nullable Reason reason) {
        return reason == Reason.OTHER || about.severity().compareTo(Severity.HIGH) >= 0;
    }

    private static <T> T present(@Nullable T checked) {
        if (checked == null) {
            throw new IllegalStateException("the answer was not checked");
        }
        return checked;
    }
}
