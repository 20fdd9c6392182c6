package org.handbell.cases.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Timeline.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person takes their own answer back, soon after they gave it and before anything came of it.
/// The case waits again; whoever took it on still has it.
@Component
public class TakeBack {

    private final DeskCases desk;
    private final Cases cases;
    private final Timeline timeline;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TriageSettings settings;
    private final Nominated nominated;
    private final List<FollowUp> followUps;

    TakeBack(
            DeskCases desk,
            Cases cases,
            Timeline timeline,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            TriageSettings settings,
            Nominated nominated,
            List<FollowUp> followUps) {
        this.desk = desk;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.nominated = nominated;
        this.followUps = List.copyOf(followUps);
    }

    /// What came of it.
    public sealed interface Result {
        /// The case waits again.
        record Waiting(Case again) implements Result {}

        /// It cannot be taken back, or not any more, or not by this person.
        record Stands(Case about) implements Result {}

        /// There is no such case for this person.
        record NotFound() implements Result {}
    }

    @Transactional
    public Result takeBack(String personId, String reference) {
        var found = desk.find(personId, reference);
        return found.<Result>map(about -> takeBack(personId, about))
                .orElseGet(Result.NotFound::new);
    }

    private Result takeBack(String personId, Case about) {
        var last = mayBeTakenBack(about, cases.decisions(about.caseId()));
        var before = about.state().takenBack(about.openedAt());
        return last.filter(decision -> decision.decidedBy().equals(personId)).isPresent()
                        && before.isPresent()
                ? new Result.Waiting(record(about, before.get(), last.get()))
                : new Result.Stands(about);
    }

    /// The decision that whoever made it can still take back: the first answer, while the case
    /// stands where it put it and nothing was built upon it.
    Optional<Decision> mayBeTakenBack(Case about, List<Decision> decisions) {
        var standing = decisions.stream().filter(Decision::stands).toList();
        return standing.size() == 1 && nothingCameOf(about)
                ? standing.stream()
                        .filter(decision -> about.state().takenBack(about.openedAt()).isPresent())
                        .filter(decision -> about.state().since().equals(decision.decidedAt()))
                        .filter(decision -> clock.instant().isBefore(until(decision)))
                        .findFirst()
                : Optional.empty();
    }

    private boolean nothingCameOf(Case about) {
        return nominated.ever(about.caseId()).isEmpty()
                && followUps.stream().noneMatch(work -> work.begun(about.caseId()));
    }

    /// Until when a decision can be taken back.
    Instant until(Decision decision) {
        return decision.decidedAt().plus(settings.undoWithin());
    }

    private Case record(Case about, CaseState.Suggested before, Decision last) {
        var at = clock.instant();
        var personId = last.decidedBy();
        var after = cases.update(about.moved(before));
        cases.takeBack(about.caseId(), last.decidedAt(), at);
        timeline.append(
                about.caseId(),
                new Entry(
                        at,
                        Timeline.Kind.TAKEN_BACK,
                        "Taken back: " + last.outcome().words(),
                        personId));
        audit.append(
                personId, "case.decision-undone", DeskCases.subject(about), last.outcome().name());
        events.publishEvent(
                new CaseEvent.TakenBack(
                        about.caseId(), last.outcome(), cases.posts(about.caseId())));
        return after;
    }
}
