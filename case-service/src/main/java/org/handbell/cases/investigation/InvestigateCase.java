package org.handbell.cases.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.audit.PastAccess;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseMoves;
import org.handbell.cases.casefile.CaseState.Concluded;
import org.handbell.cases.casefile.CaseState.UnderInvestigation;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.casefile.DeskCases.Seen;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Nominated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads an investigation, and takes a named person's step in one.
@Component
public class InvestigateCase {

    private final DeskCases desk;
    private final Cases cases;
    private final CaseMoves moves;
    private final Nominated nominated;
    private final Investigations investigations;
    private final Deadlines deadlines;
    private final PastAccess past;
    private final AuditLog audit;
    private final Clock clock;
    private final DueSettings due;
    private final Rules rules;

    InvestigateCase(
            DeskCases desk,
            Cases cases,
            CaseMoves moves,
            Nominated nominated,
            Investigations investigations,
            Deadlines deadlines,
            PastAccess past,
            AuditLog audit,
            DueSettings due,
            Rules rules,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.moves = moves;
        this.nominated = nominated;
        this.investigations = investigations;
        this.deadlines = deadlines;
        this.past = past;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
        this.rules = rules;
    }

    /// An investigation before a person who may see it.
    public record Open(Seen seen, Investigation about, Actor actor) {

        Case file() {
            return seen.about();
        }
    }

    /// A step as a person entered it.
    ///
    /// @param version of the investigation that they had before them
    /// @param content of a file; empty for every other step
    record Draft(long version, Step step, byte[] content) {

        static Draft of(long version, Step step) {
            return new Draft(version, step, new byte[0]);
        }

        @Override
        public String toString() {
            return "Draft[" + version + "]";
        }
    }

    /// What came of a step.
    sealed interface Result {

        /// It is on record.
        record Taken(Recorded step) implements Result {}

        /// It is no legal step.
        record Refused(Refusal why) implements Result {}

        /// There is no such case for this person.
        record NotFound() implements Result {}
    }

    /// The investigation of a case, where this person may see it; each look is written down.
    @Transactional
    public Optional<Open> read(String personId, String reference) {
        var found = open(personId, reference);
        found.ifPresent(open ->
                audit.append(personId, "investigation.read", DeskCases.subject(open.file()), ""));
        return found;
    }

    /// Why this person cannot take a step of this kind now; empty where they can.
    Optional<Refusal> closed(Open open, StepKind kind) {
        return rules.closed(open.about(), kind, open.actor(), now());
    }

    Rules rules() {
        return rules;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Transactional
    Result take(String personId, String reference, Draft draft) {
        var seen = desk.seen(personId, reference);
        if (seen.isEmpty()) {
            return new Result.NotFound();
        }
        investigations.lock(seen.get().about().caseId());
        var open = open(personId, reference);
        return open.isEmpty() ? new Result.NotFound() : take(open.get(), draft);
    }

    private Result take(Open open, Draft draft) {
        var kind = StepKind.of(draft.step());
        if (kind.who() != StepKind.Who.INVESTIGATOR && draft.version() != open.about().version()) {
            return new Result.Refused(Refusal.CHANGED_MEANWHILE);
        }
        var at = now();
        var step = completed(draft.step(), open);
        var refused = rules.refused(open.about(), step, open.actor(), at);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        var recorded = new Recorded(open.about().version() + 1, step, open.actor().personId(), at);
        record(open, recorded, draft.content());
        return new Result.Taken(recorded);
    }

    private void record(Open open, Recorded recorded, byte[] content) {
        var about = open.file();
        investigations.append(about.caseId(), recorded);
        if (recorded.step() instanceof Step.Attached) {
            investigations.keep(about.caseId(), recorded.seq(), content);
        }
        audit.append(
                recorded.by(),
                StepKind.of(recorded.step()).action(),
                DeskCases.subject(about),
                "step " + recorded.seq());
        move(about, recorded.step(), recorded.by());
    }

    /// What only the desk can know of a step.
    private Step completed(Step step, Open open) {
        return switch (step) {
            case Step.Screened screened ->
                    new Step.Screened(
                            screened.answers(),
                            screened.madeAware(),
                            deadlines.workingDays(screened.madeAware(), 1));
            case Step.Retyped kind -> new Step.Retyped(open.file().type(), kind.to(), kind.words());
            case Step.Involved other ->
                    new Step.Involved(
                            other.personId(),
                            other.name(),
                            other.how(),
                            other.personId() == null
                                    ? 0
                                    : past.count(other.personId(), DeskCases.subject(open.file())));
            default -> step;
        };
    }

    private void move(Case about, Step step, String by) {
        switch (step) {
            case Step.Involved other when other.personId() != null ->
                    moves.involve(about, other.personId(), by);
            case Step.Retyped kind -> moves.retype(about, kind.to(), by);
            case Step.Closed _ when about.state() instanceof UnderInvestigation state ->
                    moves.conclude(about, state, "Closed after an investigation", by);
            case Step.Reopened _ when about.state() instanceof Concluded state ->
                    moves.reopen(about, state, by);
            default -> {}
        }
    }

    /// The content of a file that was added; each look is written down.
    @Transactional
    Optional<byte[]> content(Open open, long seq) {
        audit.append(
                open.actor().personId(),
                "investigation.file-read",
                DeskCases.subject(open.file()),
                "step " + seq);
        return investigations.content(open.file().caseId(), seq);
    }

    private Optional<Open> open(String personId, String reference) {
        return desk.seen(personId, reference)
                .map(seen -> {
                    var caseId = seen.about().caseId();
                    var facts =
                            Facts.of(seen.about(), cases.clauses(caseId), nominated.ever(caseId));
                    var about = Investigation.of(facts, due.zone(), investigations.of(caseId));
                    return new Open(seen, about, Actor.of(seen));
                });
    }
}
