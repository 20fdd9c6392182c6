package org.handbell.cases.investigation;

import java.util.Arrays;
import java.util.Locale;

/// What must hold for each kind of step, whatever is in it. Its name is how the database knows it,
/// and is never changed.
enum StepKind {
    NOTE(Step.Note.class, Who.INVESTIGATOR),
    TASK(Step.TaskSet.class, Who.INVESTIGATOR),
    TASK_DONE(Step.TaskDone.class, Who.INVESTIGATOR),
    STATEMENT(Step.Statement.class, Who.INVESTIGATOR),
    ATTACHED(Step.Attached.class, Who.INVESTIGATOR),
    INTERVIEW(Step.Interview.class, Who.INVESTIGATOR),
    WEIGHED(Step.Weighed.class, Who.INVESTIGATOR),
    INVOLVED(Step.Involved.class, Who.DEALS),
    POSTED_BY_OTHER(Step.PostedByOther.class, Who.DEALS),
    SCREENED(Step.Screened.class, Who.DEALS),
    LADO_ADVISED(Step.LadoAdvised.class, Who.DEALS),
    NOT_REFERRED(Step.NotReferred.class, Who.DEALS),
    COUNTERSIGNED(Step.Countersigned.class, Who.DEALS),
    RETYPED(Step.Retyped.class, Who.DEALS),
    HELD(Step.Held.class, Who.DEALS),
    LIFTED(Step.Lifted.class, Who.DEALS),
    REPLY_ASKED(Step.ReplyAsked.class, Who.DEALS),
    REPLIED(Step.Replied.class, Who.DEALS),
    NO_REPLY(Step.NoReply.class, Who.DEALS),
    DIGNITY(Step.Dignity.class, Who.DEALS),
    PROPORTIONALITY(Step.Proportionality.class, Who.LEADS),
    DECIDED(Step.Decided.class, Who.LEADS),
    LETTER_SENT(Step.LetterSent.class, Who.DEALS),
    CLOSED(Step.Closed.class, Who.LEADS),
    REOPENED(Step.Reopened.class, Who.LEADS);

    /// Who may take a step.
    enum Who {
        /// Who deals with the case, and who was nominated to look into it.
        INVESTIGATOR,
        /// Who deals with the case by their role.
        DEALS,
        /// Of those, who answers for the staff: a Head, an Executive Head, a chair.
        LEADS
    }

    private final Class<? extends Step> type;
    private final Who who;

    StepKind(Class<? extends Step> type, Who who) {
        this.type = type;
        this.who = who;
    }

    static StepKind of(Step step) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(step))
                .findFirst()
                .orElseThrow();
    }

    Class<? extends Step> type() {
        return type;
    }

    Who who() {
        return who;
    }

    /// Whether it means speaking with the subject or a witness.
    boolean contact() {
        return switch (this) {
            case STATEMENT, INTERVIEW, REPLY_ASKED, DIGNITY -> true;
            default -> false;
        };
    }

    /// Whether it is for a case that is closed.
    boolean afterTheEnd() {
        return this == REOPENED;
    }

    /// How the audit names it: `investigation.reply-asked`.
    String action() {
        return "investigation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
