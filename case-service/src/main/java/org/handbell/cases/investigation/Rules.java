package org.handbell.cases.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Which steps are legal. All of it is here and nowhere else: pages ask before they show a form,
/// and the same is asked again before a step is recorded.
final class Rules {

    /// Most steps of one investigation.
    static final int MOST_STEPS = 2_000;

    /// Most files of one investigation.
    static final int MOST_FILES = 10;

    private final ZoneId zone;
    private final Deadlines deadlines;
    private final InvestigationSettings settings;

    Rules(ZoneId zone, Deadlines deadlines, InvestigationSettings settings) {
        this.zone = zone;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /// Why this person cannot take any step of this kind now; empty where they can.
    Optional<Refusal> closed(Investigation about, StepKind kind, Actor actor, Instant at) {
        if (!about.facts().opened()) {
            return Optional.of(Refusal.CASE_NOT_OPEN);
        }
        if (kind.afterTheEnd() != ended(about)) {
            return Optional.of(ended(about) ? Refusal.CASE_CLOSED : Refusal.NOT_FROM_HERE);
        }
        if (about.version() >= MOST_STEPS) {
            return Optional.of(Refusal.TOO_MANY);
        }
        return notThem(kind, actor).or(() -> notNow(about, kind, actor, at));
    }

    private static boolean ended(Investigation about) {
        return about.facts().state().ended();
    }

    private static Optional<Refusal> notThem(StepKind kind, Actor actor) {
        return switch (kind.who()) {
            case INVESTIGATOR -> Optional.empty();
            case DEALS -> when(!actor.deals(), Refusal.NOT_YOURS);
            case LEADS ->
                    when(!actor.deals(), Refusal.NOT_YOURS)
                            .or(() -> when(!actor.leads(), Refusal.NOT_A_LEAD));
        };
    }

    private Optional<Refusal> notNow(Investigation about, StepKind kind, Actor actor, Instant at) {
        if (kind.contact() && about.contactClosed()) {
            return Optional.of(Refusal.CONTACT_CLOSED);
        }
        return switch (kind) {
            case ATTACHED -> when(about.count(Step.Attached.class) >= MOST_FILES, Refusal.TOO_MANY);
            case TASK_DONE -> when(about.openTasks().isEmpty(), Refusal.NO_SUCH_TASK);
            case COUNTERSIGNED -> countersignature(about, actor);
            case SCREENED -> when(about.threshold().sign(), Refusal.CLOCK_RUNS);
            case NOT_REFERRED -> when(about.threshold().settled(), Refusal.ALREADY_SETTLED);
            case REPLY_ASKED ->
                    when(about.phase() instanceof Phase.Held, Refusal.ON_HOLD)
                            .or(() -> phase(about, about.phase() instanceof Phase.Enquiry));
            case HELD ->
                    phase(
                            about,
                            about.phase() instanceof Phase.Enquiry
                                    || about.phase() instanceof Phase.Held
                                    || about.phase() instanceof Phase.ReplyAsked);
            case LIFTED -> phase(about, about.phase() instanceof Phase.Held);
            case REPLIED ->
                    phase(
                            about,
                            about.phase() instanceof Phase.ReplyAsked
                                    || about.phase() instanceof Phase.DeadlinePassed);
            case NO_REPLY -> noReply(about, at);
            case DECIDED -> decision(about, actor, at);
            case CLOSED, LETTER_SENT -> phase(about, about.phase() instanceof Phase.Decided);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> phase(Investigation about, boolean fits) {
        return when(about.facts().childAtRisk(), Refusal.CHILD_FIRST)
                .or(() -> when(!fits, Refusal.NOT_FROM_HERE));
    }

    private static Optional<Refusal> countersignature(Investigation about, Actor actor) {
        return about.threshold() instanceof Threshold.OneSays one
                ? when(one.personId().equals(actor.personId()), Refusal.SAME_PERSON_TWICE)
                : Optional.of(Refusal.NOTHING_TO_COUNTERSIGN);
    }

    private Optional<Refusal> noReply(Investigation about, Instant at) {
        return about.phase() instanceof Phase.ReplyAsked asked
                ? when(!today(at).isAfter(asked.until()), Refusal.DAY_NOT_OVER)
                : Optional.of(Refusal.NOT_FROM_HERE);
    }

    private Optional<Refusal> decision(Investigation about, Actor actor, Instant at) {
        if (about.facts().childAtRisk()) {
            return Optional.of(Refusal.CHILD_FIRST);
        }
        if (about.investigators().contains(actor.personId())) {
            return Optional.of(Refusal.INVESTIGATOR_DECIDES);
        }
        if (thresholdOpen(about)) {
            return Optional.of(Refusal.THRESHOLD_OPEN);
        }
        return switch (about.phase()) {
            case Phase.Replied _, Phase.DeadlinePassed _ -> Optional.empty();
            case Phase.Held held -> when(held.lapsed(today(at)), Refusal.HOLD_LAPSED);
            case Phase.Enquiry _, Phase.ReplyAsked _ -> Optional.of(Refusal.NO_REPLY_YET);
            case Phase.Decided _, Phase.Closed _ -> Optional.of(Refusal.NOT_FROM_HERE);
        };
    }

    /// Of a case about a child's safety the questions must be answered; of one that may be grave
    /// they must be settled.
    private static boolean thresholdOpen(Investigation about) {
        if (about.threshold().settled()) {
            return false;
        }
        return switch (about.facts().type()) {
            case ALLEGATION -> true;
            case LOW_LEVEL_CONCERN ->
                    about.contactClosed() || about.threshold() instanceof Threshold.NotAsked;
            case CONDUCT, GOVERNANCE -> about.contactClosed();
        };
    }

    /// Why this step cannot be taken by this person now; empty where it can.
    Optional<Refusal> refused(Investigation about, Step step, Actor actor, Instant at) {
        return closed(about, StepKind.of(step), actor, at)
                .or(() -> content(about, step, at))
                .or(() ->
                        when(
                                about.phase().after(step, today(at), at).isEmpty(),
                                Refusal.NOT_FROM_HERE));
    }

    private Optional<Refusal> content(Investigation about, Step step, Instant at) {
        return switch (step) {
            case Step.TaskDone done ->
                    when(
                            about.openTasks().stream().noneMatch(t -> t.seq() == done.task()),
                            Refusal.NO_SUCH_TASK);
            case Step.TaskSet task -> when(task.due().isBefore(today(at)), Refusal.DAY_IN_THE_PAST);
            case Step.Interview talk ->
                    when(talk.day().isAfter(today(at)), Refusal.DAY_IN_THE_FUTURE);
            case Step.LetterSent letter ->
                    when(letter.day().isAfter(today(at)), Refusal.DAY_IN_THE_FUTURE);
            case Step.Screened screened ->
                    when(screened.madeAware().isAfter(at), Refusal.DAY_IN_THE_FUTURE);
            case Step.Involved other ->
                    when(
                            about.facts().subjectId().equals(other.personId()),
                            Refusal.SUBJECT_INVOLVED);
            case Step.Retyped kind ->
                    when(kind.to() == about.facts().type(), Refusal.KIND_UNCHANGED)
                            .or(() ->
                                    when(
                                            !about.facts().possible(kind.to()),
                                            Refusal.KIND_NOT_POSSIBLE));
            case Step.Held held -> hold(held.review(), today(at));
            case Step.ReplyAsked asked ->
                    when(asked.until().isBefore(earliestReply(about, at)), Refusal.REPLY_TOO_SOON);
            case Step.Decided decided -> conclusion(about, decided.conclusion());
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> hold(LocalDate review, LocalDate today) {
        return when(review.isBefore(today), Refusal.DAY_IN_THE_PAST)
                .or(() ->
                        when(
                                review.isAfter(today.plusDays(settings.holdAtMost().toDays())),
                                Refusal.HOLD_TOO_LONG));
    }

    /// The earliest last day for a reply that is asked for now.
    LocalDate earliestReply(Investigation about, Instant at) {
        return today(
                deadlines.schoolDays(at, settings.replySchoolDays(), about.facts().academyId()));
    }

    private static Optional<Refusal> conclusion(Investigation about, Conclusion end) {
        if (!end.fits(about.facts().type())) {
            return Optional.of(Refusal.NOT_AN_END_FOR_THIS);
        }
        if (end == Conclusion.DISCIPLINARY && about.facts().governor()) {
            return Optional.of(Refusal.NEVER_FOR_GOVERNORS);
        }
        if (!end.grave()) {
            return Optional.empty();
        }
        return when(about.postedByOther(), Refusal.POSTED_BY_OTHER)
                .or(() -> when(dignityMissing(about, end), Refusal.DIGNITY_FIRST))
                .or(() ->
                        when(
                                !about.sinceOpened(Step.Proportionality.class),
                                Refusal.PROPORTION_FIRST));
    }

    private static boolean dignityMissing(Investigation about, Conclusion end) {
        return end == Conclusion.DISCIPLINARY
                && about.facts().bullying()
                && about.count(Step.Dignity.class) == 0;
    }

    LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Optional<Refusal> when(boolean holds, Refusal why) {
        return holds ? Optional.of(why) : Optional.empty();
    }
}
