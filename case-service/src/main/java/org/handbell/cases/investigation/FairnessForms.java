package org.handbell.cases.investigation;

import static org.handbell.cases.form.Field.choice;
import static org.handbell.cases.form.Field.day;
import static org.handbell.cases.form.Field.line;
import static org.handbell.cases.form.Field.select;
import static org.handbell.cases.form.Field.words;

import java.util.List;
import org.handbell.cases.form.Field.Choice;

/// Forms for the side of the person it is about.
final class FairnessForms {

    private static final String WHY = "Say why.";

    static final StepForm POSTED_BY_OTHER =
            new StepForm(
                    StepKind.POSTED_BY_OTHER,
                    "posted-by-other",
                    "Did somebody else post it?",
                    "Nobody answers for what another person wrote on their page. Such a case starts"
                            + " as advice: how to take it down, and how to keep it from happening"
                            + " again.",
                    "Record it",
                    _ ->
                            List.of(
                                    choice(
                                            "other",
                                            "Who posted it?",
                                            "",
                                            List.of(
                                                    new Choice("YES", "Somebody else", ""),
                                                    new Choice(
                                                            "NO", "The person it is about", ""))),
                                    words("words", "How do you know?", "")),
                    in ->
                            new Step.PostedByOther(
                                    EnquiryForms.yes(in, "other"),
                                    in.answers().words("words", "Say how you know.")));

    static final StepForm HELD =
            new StepForm(
                    StepKind.HELD,
                    "hold",
                    "Do not tell the person yet",
                    "A hold has an owner, a reason and a day on which somebody asks again, four"
                            + " weeks from now at most. After that day nothing rests on it any more.",
                    "Record the hold",
                    asking ->
                            List.of(
                                    select("owner", "Who looks after it?", "", asking.people()),
                                    day(
                                            "review",
                                            "When is it looked at again?",
                                            "For example, 27 3 2027"),
                                    words(
                                            "words",
                                            "Why must the person not be told yet?",
                                            "For example, the police asked for it.")),
                    in ->
                            new Step.Held(
                                    in.participant("owner"),
                                    in.answers().day("review"),
                                    in.answers().words("words", WHY)));

    static final StepForm LIFTED =
            new StepForm(
                    StepKind.LIFTED,
                    "hold-lifted",
                    "Lift the hold",
                    "From then on the person may be told.",
                    "Lift the hold",
                    _ -> List.of(words("words", "Why is it not needed any more?", "")),
                    in -> new Step.Lifted(in.answers().words("words", WHY)));

    static final StepForm REPLY_ASKED =
            new StepForm(
                    StepKind.REPLY_ASKED,
                    "reply-asked",
                    "Ask for their side",
                    "Tell the person what is claimed, show them what it rests on, say that they may"
                            + " bring somebody along, and give them at least five school days.",
                    "Record that they were asked",
                    asking ->
                            List.of(
                                    day(
                                                    "until",
                                                    "Last day for their reply",
                                                    "For example, 27 3 2027")
                                            .holding(Asking.entered(asking.earliestReply())),
                                    words("how", "How were they told and asked?", "")),
                    in ->
                            new Step.ReplyAsked(
                                    in.answers().day("until"),
                                    in.answers().words("how", "Say how they were asked.")));

    static final StepForm REPLIED =
            new StepForm(
                    StepKind.REPLIED,
                    "reply",
                    "Record their reply",
                    "Keep their words as they are. Do not shorten them or put them right.",
                    "Record the reply",
                    _ ->
                            List.of(
                                    line("how", "How did it come?", "For example, by letter"),
                                    words("words", "What did they answer?", "Letter for letter.")),
                    in ->
                            new Step.Replied(
                                    in.answers().line("how", "Say how it came."),
                                    in.answers().words("words", "Enter their reply.")));

    static final StepForm NO_REPLY =
            new StepForm(
                    StepKind.NO_REPLY,
                    "no-reply",
                    "No reply came",
                    "A late reply still counts, until somebody decides.",
                    "Record it",
                    _ ->
                            List.of(
                                    words(
                                            "words",
                                            "What did you do to reach them?",
                                            "Did they have a reason, such as an illness?")),
                    in -> new Step.NoReply(in.answers().words("words", "Say what you did.")));

    private FairnessForms() {}

    static List<StepForm> all() {
        return List.of(POSTED_BY_OTHER, HELD, LIFTED, REPLY_ASKED, REPLIED, NO_REPLY);
    }
}
