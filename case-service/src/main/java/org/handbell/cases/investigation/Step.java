package org.handbell.cases.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.casefile.CaseType;
import org.jspecify.annotations.Nullable;

/// One thing that a person did in an investigation. An investigation is its steps in their order;
/// none is ever changed or taken away. What is written in a step is sealed with the case's key.
public sealed interface Step {

    /// Something worth writing down.
    record Note(String words) implements Step {}

    /// Something to do.
    ///
    /// @param ownerId who does it
    record TaskSet(String words, String ownerId, LocalDate due) implements Step {}

    /// A task is done.
    ///
    /// @param task number of the step that set it
    record TaskDone(long task) implements Step {}

    /// What somebody wrote or said of their own accord.
    record Statement(String from, String words) implements Step {}

    /// A file was added; its content is kept apart.
    ///
    /// @param name as its owner named it, without a path
    /// @param sha256 of the content, in hex
    record Attached(String name, FileKind kind, long bytes, String sha256) implements Step {}

    /// A talk with somebody.
    ///
    /// @param companionOffered whether they were told that they may bring somebody along
    /// @param words what was said, word for word
    record Interview(String with, LocalDate day, boolean companionOffered, String words)
            implements Step {}

    /// Something that speaks for what is claimed, or against it.
    record Weighed(Side side, String words) implements Step {}

    /// Somebody else has to do with it.
    ///
    /// @param personId null for who has no place at the desk
    /// @param name as they are called
    /// @param earlierReads how often they had read or changed the case before
    record Involved(@Nullable String personId, String name, Involvement how, long earlierReads)
            implements Step {}

    /// Whether somebody other than the subject posted it.
    record PostedByOther(boolean byOther, String words) implements Step {}

    /// The four questions of the harm threshold.
    ///
    /// @param answers four, in the order of {@link Threshold#QUESTIONS}
    /// @param madeAware when somebody at the school first knew
    /// @param due until when the local authority must be told, where one answer is not a no
    record Screened(List<Certainty> answers, Instant madeAware, Instant due) implements Step {}

    /// What the local authority's designated officer advised.
    record LadoAdvised(String reference, String words) implements Step {}

    /// A person holds that the local authority need not be told.
    record NotReferred(String words) implements Step {}

    /// A second person agrees that the local authority need not be told.
    record Countersigned(String words) implements Step {}

    /// The case is of another kind than was thought.
    record Retyped(CaseType from, CaseType to, String words) implements Step {}

    /// The subject is not told yet.
    ///
    /// @param ownerId who looks after the hold
    /// @param review by when somebody must ask whether it is still needed
    record Held(String ownerId, LocalDate review, String words) implements Step {}

    /// The subject may be told.
    record Lifted(String words) implements Step {}

    /// The subject was told what is claimed and asked for their side.
    ///
    /// @param until last day for it
    /// @param how in what way they were told and asked
    record ReplyAsked(LocalDate until, String how) implements Step {}

    /// What the subject answered.
    ///
    /// @param words theirs, letter for letter
    record Replied(String how, String words) implements Step {}

    /// The day for the reply is over and nothing came.
    record NoReply(String words) implements Step {}

    /// The step under the trust's Dignity at Work procedure.
    ///
    /// @param done false where it was offered and declined
    record Dignity(boolean done, String words) implements Step {}

    /// Whether what may follow is in proportion.
    ///
    /// @param answers in the order of {@link Proportion#QUESTIONS}
    record Proportionality(List<String> answers) implements Step {}

    /// How it ends.
    record Decided(Conclusion conclusion, String words) implements Step {}

    /// A person sent the letter about the outcome.
    ///
    /// @param words the letter as it was sent
    record LetterSent(LocalDate day, String how, String words) implements Step {}

    /// The investigation is at its end.
    ///
    /// @param referrals what was considered about telling the barring service and the regulator
    record Closed(String referrals) implements Step {}

    /// It goes on after it was closed.
    record Reopened(String words) implements Step {}

    /// For a claim, or against it.
    enum Side {
        FOR,
        AGAINST
    }

    /// How somebody has to do with the matter.
    enum Involvement {
        TARGET,
        WITNESS,
        RELATIVE,
        POSTED_IT,
        OTHER
    }

    /// An answer of somebody who may not know.
    enum Certainty {
        YES,
        NOT_SURE,
        NO
    }
}
