package org.handbell.cases.investigation;

import static org.handbell.cases.form.Field.choice;
import static org.handbell.cases.form.Field.day;
import static org.handbell.cases.form.Field.line;
import static org.handbell.cases.form.Field.words;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.form.Field;
import org.handbell.cases.form.Field.Choice;

/// Forms for the end of an investigation.
final class DecisionForms {

    private static final String WHY = "Say why.";

    static final StepForm RETYPED =
            new StepForm(
                    StepKind.RETYPED,
                    "kind",
                    "Change the kind of case",
                    "An allegation, a low-level concern and a matter of conduct are kept apart. The"
                            + " change and your reason stay on record.",
                    "Change it",
                    asking -> List.of(choice("to", "What kind is it?", "", kinds(asking)), why()),
                    in ->
                            new Step.Retyped(
                                    in.asking().about().facts().type(),
                                    in.answers().choice("to", CaseType.class, "Choose a kind."),
                                    in.answers().words("words", WHY)));

    static final StepForm DIGNITY =
            new StepForm(
                    StepKind.DIGNITY,
                    "dignity-at-work",
                    "Dignity at Work",
                    "Bullying of a colleague is first looked at under Dignity at Work. Nothing"
                            + " disciplinary comes before it.",
                    "Record it",
                    _ ->
                            List.of(
                                    choice(
                                            "done",
                                            "Was it done?",
                                            "",
                                            List.of(
                                                    new Choice("YES", "Yes, it was done", ""),
                                                    new Choice(
                                                            "NO",
                                                            "No, it was declined, or it does not"
                                                                    + " fit",
                                                            ""))),
                                    words("words", "What came of it, or why not?", "")),
                    in ->
                            new Step.Dignity(
                                    EnquiryForms.yes(in, "done"),
                                    in.answers().words("words", "Say what came of it.")));

    static final StepForm PROPORTIONALITY =
            new StepForm(
                    StepKind.PROPORTIONALITY,
                    "proportion",
                    "Is it in proportion?",
                    "Needed before anything disciplinary. Answer in your own words; nothing is"
                            + " added up. What people believe is theirs; only how it was said, and"
                            + " what it did, can count.",
                    "Record the answers",
                    _ ->
                            IntStream.rangeClosed(1, Proportion.QUESTIONS.size())
                                    .mapToObj(i ->
                                            words("p" + i, Proportion.QUESTIONS.get(i - 1), ""))
                                    .toList(),
                    in ->
                            new Step.Proportionality(
                                    IntStream.rangeClosed(1, Proportion.QUESTIONS.size())
                                            .mapToObj(i ->
                                                    in.answers()
                                                            .words(
                                                                    "p" + i,
                                                                    "Answer question " + i + "."))
                                            .toList()));

    static final StepForm DECIDED =
            new StepForm(
                    StepKind.DECIDED,
                    "decision",
                    "Decide",
                    "Say how it ends and why, so that you could read your reason out a year from"
                            + " now. Deciding that nothing follows needs a reason too.",
                    "Record my decision",
                    asking ->
                            List.of(
                                    choice("conclusion", "How does it end?", "", ends(asking)),
                                    why()),
                    in ->
                            new Step.Decided(
                                    in.answers()
                                            .choice(
                                                    "conclusion",
                                                    Conclusion.class,
                                                    "Choose how it ends."),
                                    in.answers().words("words", WHY)));

    static final StepForm LETTER_SENT =
            new StepForm(
                    StepKind.LETTER_SENT,
                    "letter",
                    "The letter about the outcome",
                    "A draft from what is on record. Change it, copy it and send it yourself:"
                            + " Handbell sends no letters. Then record here what you sent.",
                    "Record what I sent",
                    asking ->
                            List.of(
                                    words("words", "The letter", "")
                                            .holding(OutcomeLetter.draft(asking)),
                                    day("day", "When was it sent?", "For example, 27 3 2027")
                                            .holding(Asking.entered(asking.today())),
                                    line("how", "How was it sent?", "For example, by post")),
                    in ->
                            new Step.LetterSent(
                                    in.answers().day("day"),
                                    in.answers().line("how", "Say how it was sent."),
                                    in.answers().words("words", "Enter the letter.")));

    static final StepForm CLOSED =
            new StepForm(
                    StepKind.CLOSED,
                    "close",
                    "Close the case",
                    "",
                    "Close the case",
                    _ ->
                            List.of(
                                    words(
                                            "referrals",
                                            "Who else must know?",
                                            "Say what you considered: the Disclosure and Barring"
                                                    + " Service, the Teaching Regulation Agency, an"
                                                    + " agency. “Nobody, because …” is an answer"
                                                    + " too.")),
                    in ->
                            new Step.Closed(
                                    in.answers().words("referrals", "Say what you considered.")));

    static final StepForm REOPENED =
            new StepForm(
                    StepKind.REOPENED,
                    "reopen",
                    "Open the case again",
                    "It goes back to the enquiry, and the person is heard again before anybody"
                            + " decides.",
                    "Open it again",
                    _ -> List.of(why()),
                    in -> new Step.Reopened(in.answers().words("words", WHY)));

    private DecisionForms() {}

    static List<StepForm> all() {
        return List.of(RETYPED, DIGNITY, PROPORTIONALITY, DECIDED, LETTER_SENT, CLOSED, REOPENED);
    }

    private static Field why() {
        return words("words", "Why?", "");
    }

    private static List<Choice> kinds(Asking asking) {
        var facts = asking.about().facts();
        return Arrays.stream(CaseType.values())
                .filter(kind -> kind != facts.type() && facts.possible(kind))
                .map(kind -> new Choice(kind.name(), kind.words(), ""))
                .toList();
    }

    private static List<Choice> ends(Asking asking) {
        return Conclusion.of(asking.about().facts().type()).stream()
                .map(end -> new Choice(end.name(), end.words(), end.hint()))
                .toList();
    }
}
