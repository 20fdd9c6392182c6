package org.handbell.cases.investigation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbell.cases.casefile.Words;

/// Says a step in plain English.
final class StepWords {

    private final ZoneId zone;
    private final UnaryOperator<String> names;

    /// @param names from a person's id to their name
    StepWords(ZoneId zone, UnaryOperator<String> names) {
        this.zone = zone;
        this.names = names;
    }

    /// What was done, in a few words and without what was written.
    String title(Step step) {
        return switch (step) {
            case Step.Note _ -> "Note";
            case Step.TaskSet task ->
                    "Task for " + names.apply(task.ownerId()) + ", by " + Words.day(task.due());
            case Step.TaskDone done -> "Task ticked off (entry " + done.task() + ")";
            case Step.Statement said -> "Statement of " + said.from();
            case Step.Attached file -> "File: " + file.name();
            case Step.Interview talk ->
                    "Interview with " + talk.with() + " on " + Words.day(talk.day());
            case Step.Weighed weighed ->
                    weighed.side() == Step.Side.FOR
                            ? "Speaks for what is claimed"
                            : "Speaks against what is claimed";
            case Step.Involved other -> "Has to do with it: " + other.name();
            case Step.PostedByOther other ->
                    other.byOther() ? "Somebody else posted it" : "The person posted it";
            case Step.Screened _ -> "The four questions about harm to a child";
            case Step.LadoAdvised _ -> "Advice of the local authority (LADO)";
            case Step.NotReferred _ -> "The local authority need not be told";
            case Step.Countersigned _ -> "A second person agrees that it need not be told";
            case Step.Retyped kind ->
                    "Kind of case: "
                            + kind.from().words()
                            + " → "
                            + kind.to().words().toLowerCase(Locale.UK);
            case Step.Held held -> "On hold until " + Words.day(held.review());
            case Step.Lifted _ -> "Hold lifted";
            case Step.ReplyAsked asked -> "Asked for their side, until " + Words.day(asked.until());
            case Step.Replied reply -> "Their reply (" + reply.how() + ")";
            case Step.NoReply _ -> "No reply came";
            case Step.Dignity dignity ->
                    dignity.done() ? "Dignity at Work: done" : "Dignity at Work: not done";
            case Step.Proportionality _ -> "Whether it is in proportion";
            case Step.Decided decided -> "Decision: " + decided.conclusion().words();
            case Step.LetterSent letter ->
                    "Letter sent on " + Words.day(letter.day()) + " (" + letter.how() + ")";
            case Step.Closed _ -> "Case closed";
            case Step.Reopened _ -> "Case opened again";
        };
    }

    /// What was written.
    String body(Step step) {
        return switch (step) {
            case Step.Note note -> note.words();
            case Step.TaskSet task -> task.words();
            case Step.TaskDone _ -> "";
            case Step.Statement said -> said.words();
            case Step.Attached file ->
                    "%s, %,d bytes. SHA-256: %s"
                            .formatted(file.kind().words(), file.bytes(), file.sha256());
            case Step.Interview talk ->
                    (talk.companionOffered()
                                    ? "Told that they may bring somebody along.\n\n"
                                    : "Not told that they may bring somebody along.\n\n")
                            + talk.words();
            case Step.Weighed weighed -> weighed.words();
            case Step.Involved other -> involved(other);
            case Step.PostedByOther other -> other.words();
            case Step.Screened screened -> screened(screened);
            case Step.LadoAdvised advice -> advice.reference() + "\n\n" + advice.words();
            case Step.NotReferred not -> not.words();
            case Step.Countersigned agreed -> agreed.words();
            case Step.Retyped kind -> kind.words();
            case Step.Held held ->
                    held.words() + "\n\nLooked after by " + names.apply(held.ownerId()) + ".";
            case Step.Lifted lifted -> lifted.words();
            case Step.ReplyAsked asked -> asked.how();
            case Step.Replied reply -> reply.words();
            case Step.NoReply none -> none.words();
            case Step.Dignity dignity -> dignity.words();
            case Step.Proportionality weighed -> answered(Proportion.QUESTIONS, weighed.answers());
            case Step.Decided decided -> decided.words();
            case Step.LetterSent letter -> letter.words();
            case Step.Closed closed -> closed.referrals();
            case Step.Reopened again -> again.words();
        };
    }

    private static String involved(Step.Involved other) {
        var how = EnquiryForms.how(other.how()) + ".";
        if (other.personId() == null) {
            return how;
        }
        return how
                + (other.earlierReads() == 0
                        ? " They had not opened the case before, and cannot from now on."
                        : " They had opened it before (entries in the audit trail: "
                                + other.earlierReads()
                                + "), and cannot from now on.");
    }

    private String screened(Step.Screened screened) {
        var answers =
                screened.answers().stream()
                        .map(answer ->
                                switch (answer) {
                                    case YES -> "Yes";
                                    case NOT_SURE -> "Not sure";
                                    case NO -> "No";
                                })
                        .toList();
        return answered(Threshold.QUESTIONS, answers)
                + "\n\nSomebody at the school first knew on "
                + Words.time(screened.madeAware(), zone)
                + ".";
    }

    private static String answered(List<String> questions, List<String> answers) {
        return IntStream.range(0, Math.min(questions.size(), answers.size()))
                .mapToObj(i -> questions.get(i) + "\n" + answers.get(i))
                .collect(Collectors.joining("\n\n"));
    }

    /// Where an investigation stands.
    String phase(Phase phase) {
        return switch (phase) {
            case Phase.Enquiry _ -> "Facts are being gathered";
            case Phase.Held held ->
                    "On hold: the person is not told until " + Words.day(held.review());
            case Phase.ReplyAsked asked ->
                    "Asked for their side, until " + Words.day(asked.until());
            case Phase.Replied _ -> "Their side is on record";
            case Phase.DeadlinePassed _ -> "Asked for their side; no reply came";
            case Phase.Decided decided -> "Decided: " + decided.conclusion().words();
            case Phase.Closed closed -> "Closed: " + closed.conclusion().words();
        };
    }
}
