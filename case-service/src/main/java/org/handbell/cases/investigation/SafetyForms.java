package org.handbell.cases.investigation;

import static org.handbell.cases.form.Field.choice;
import static org.handbell.cases.form.Field.day;
import static org.handbell.cases.form.Field.line;
import static org.handbell.cases.form.Field.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.handbell.cases.form.Field;
import org.handbell.cases.form.Field.Choice;
import org.handbell.cases.investigation.Step.Certainty;

/// Forms for a child's safety.
final class SafetyForms {

    private static final String WHY = "Say why.";
    private static final List<Choice> CERTAINTY =
            List.of(
                    new Choice("YES", "Yes", ""),
                    new Choice("NOT_SURE", "Not sure", ""),
                    new Choice("NO", "No", ""));

    static final StepForm SCREENED =
            new StepForm(
                    StepKind.SCREENED,
                    "threshold",
                    "Four questions about harm to a child",
                    "One “yes” or “not sure” is enough: the local authority’s designated officer"
                            + " (LADO) is then told within one working day. Their working days go"
                            + " on in the school holidays.",
                    "Record the answers",
                    SafetyForms::questions,
                    SafetyForms::screened);

    static final StepForm LADO_ADVISED =
            new StepForm(
                    StepKind.LADO_ADVISED,
                    "lado-advice",
                    "Record what the local authority advised",
                    "Write down what the designated officer (LADO) said, and whether you may speak"
                            + " to the person and to witnesses.",
                    "Record the advice",
                    _ ->
                            List.of(
                                    line("reference", "Who advised, when, and their reference", ""),
                                    words("words", "What did they advise?", "")),
                    in ->
                            new Step.LadoAdvised(
                                    in.answers().line("reference", "Say who advised, and when."),
                                    in.answers().words("words", "Write down the advice.")));

    static final StepForm NOT_REFERRED =
            new StepForm(
                    StepKind.NOT_REFERRED,
                    "not-referred",
                    "The local authority need not be told",
                    "Your name and your reason are kept. It counts only once a second person who"
                            + " deals with the case agrees.",
                    "Record it",
                    _ -> List.of(words("words", "Why not?", "")),
                    in -> new Step.NotReferred(in.answers().words("words", WHY)));

    static final StepForm COUNTERSIGNED =
            new StepForm(
                    StepKind.COUNTERSIGNED,
                    "countersignature",
                    "Agree that the local authority need not be told",
                    "Look at the case yourself before you agree. If you are not sure, tell the"
                            + " local authority.",
                    "I agree",
                    _ -> List.of(words("words", "Why do you agree?", "")),
                    in -> new Step.Countersigned(in.answers().words("words", WHY)));

    private SafetyForms() {}

    static List<StepForm> all() {
        return List.of(SCREENED, LADO_ADVISED, NOT_REFERRED, COUNTERSIGNED);
    }

    private static List<Field> questions(Asking asking) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i < Threshold.QUESTIONS.size(); i++) {
            fields.add(choice("q" + (i + 1), Threshold.QUESTIONS.get(i), "", CERTAINTY));
        }
        fields.add(
                day(
                                "day",
                                "On which day did somebody at the school first know?",
                                "For example, 27 3 2027")
                        .holding(Asking.entered(asking.today())));
        fields.add(line("time", "At what time?", "For example, 3:05pm").holding(asking.hour()));
        return List.copyOf(fields);
    }

    private static Step screened(Answered in) {
        var answers =
                IntStream.rangeClosed(1, Threshold.QUESTIONS.size())
                        .mapToObj(i ->
                                in.answers()
                                        .choice(
                                                "q" + i,
                                                Certainty.class,
                                                "Choose an answer to question " + i + "."))
                        .toList();
        return new Step.Screened(answers, in.moment("day", "time"), Instant.EPOCH);
    }
}
