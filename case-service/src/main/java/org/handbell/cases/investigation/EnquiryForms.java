package org.handbell.cases.investigation;

import static org.handbell.cases.form.Field.choice;
import static org.handbell.cases.form.Field.day;
import static org.handbell.cases.form.Field.line;
import static org.handbell.cases.form.Field.select;
import static org.handbell.cases.form.Field.words;

import java.util.Arrays;
import java.util.List;
import org.handbell.cases.form.Field;
import org.handbell.cases.form.Field.Choice;
import org.handbell.cases.investigation.Step.Involvement;
import org.handbell.cases.investigation.Step.Side;
import org.handbell.cases.people.Person;

/// Forms for gathering facts.
final class EnquiryForms {

    private static final String SAY = "Write it down.";
    private static final List<Choice> YES_NO =
            List.of(new Choice("YES", "Yes", ""), new Choice("NO", "No", ""));

    static final StepForm NOTE =
            new StepForm(
                    StepKind.NOTE,
                    "note",
                    "Add a note",
                    "A note can be read by everybody who deals with the case or looks into it.",
                    "Add the note",
                    _ -> List.of(words("words", "Your note", "")),
                    in -> new Step.Note(in.answers().words("words", SAY)));

    static final StepForm TASK =
            new StepForm(
                    StepKind.TASK,
                    "task",
                    "Set a task",
                    "",
                    "Set the task",
                    asking ->
                            List.of(
                                    words("words", "What is to be done?", ""),
                                    select("owner", "Who does it?", "", asking.people()),
                                    day("due", "By when?", "For example, 27 3 2027")),
                    in ->
                            new Step.TaskSet(
                                    in.answers().words("words", SAY),
                                    in.participant("owner"),
                                    in.answers().day("due")));

    static final StepForm TASK_DONE =
            new StepForm(
                    StepKind.TASK_DONE,
                    "task-done",
                    "Tick off a task",
                    "",
                    "It is done",
                    asking -> List.of(choice("task", "Which task is done?", "", tasks(asking))),
                    in ->
                            new Step.TaskDone(
                                    number(
                                            in.answers()
                                                    .among(
                                                            "task",
                                                            tasks(in.asking()).stream()
                                                                    .map(Choice::value)
                                                                    .toList(),
                                                            "Choose a task."))));

    static final StepForm STATEMENT =
            new StepForm(
                    StepKind.STATEMENT,
                    "statement",
                    "Add a statement",
                    "What somebody wrote or said of their own accord. Who adds one looks into the"
                            + " case, and so cannot decide it.",
                    "Add the statement",
                    _ ->
                            List.of(
                                    line("from", "Whose statement is it?", ""),
                                    words("words", "What did they say?", "In their own words.")),
                    in ->
                            new Step.Statement(
                                    in.answers().line("from", "Say whose it is."),
                                    in.answers().words("words", SAY)));

    static final StepForm INTERVIEW =
            new StepForm(
                    StepKind.INTERVIEW,
                    "interview",
                    "Add an interview",
                    "Who adds one looks into the case, and so cannot decide it.",
                    "Add the interview",
                    _ ->
                            List.of(
                                    line("with", "Who was it with?", "And who else was there."),
                                    day("day", "When was it?", "For example, 27 3 2027"),
                                    choice(
                                            "companion",
                                            "Were they told that they may bring somebody along?",
                                            "Such as a colleague or somebody of their union.",
                                            YES_NO),
                                    words("words", "What was said?", "Word for word.")),
                    in ->
                            new Step.Interview(
                                    in.answers().line("with", "Say who it was with."),
                                    in.answers().day("day"),
                                    yes(in, "companion"),
                                    in.answers().words("words", SAY)));

    static final StepForm WEIGHED =
            new StepForm(
                    StepKind.WEIGHED,
                    "evidence",
                    "Add what speaks for or against",
                    "Look for both. Whoever decides sees them side by side.",
                    "Add it",
                    _ ->
                            List.of(
                                    choice(
                                            "side",
                                            "Which way does it point?",
                                            "",
                                            List.of(
                                                    new Choice(
                                                            "FOR",
                                                            "It speaks for what is claimed",
                                                            ""),
                                                    new Choice(
                                                            "AGAINST",
                                                            "It speaks against what is claimed",
                                                            ""))),
                                    words(
                                            "words",
                                            "What is it?",
                                            "Say where it can be found in the case.")),
                    in ->
                            new Step.Weighed(
                                    in.answers().choice("side", Side.class, "Choose a side."),
                                    in.answers().words("words", SAY)));

    static final StepForm ATTACHED =
            new StepForm(
                    StepKind.ATTACHED,
                    "file",
                    "Add a file",
                    "A PDF, a PNG or JPEG picture or plain text, at most 5 MB; ten files in all."
                            + " Never add a sexual picture of a child: do not copy it, call the"
                            + " police.",
                    "Add the file",
                    _ -> List.of(Field.file("file", "The file", "")),
                    AttachedFiles::step);

    static final StepForm INVOLVED =
            new StepForm(
                    StepKind.INVOLVED,
                    "person",
                    "Add a person who has to do with it",
                    "Somebody in the register whom you add here does not see the case from then"
                            + " on, whatever their role.",
                    "Add the person",
                    _ ->
                            List.of(
                                    line(
                                            "who",
                                            "Who is it?",
                                            "The e-mail address at work; a name only for somebody"
                                                    + " who does not work here."),
                                    choice("how", "How?", "", involvements())),
                    in -> involved(in));

    private EnquiryForms() {}

    static List<StepForm> all() {
        return List.of(NOTE, TASK, TASK_DONE, STATEMENT, INTERVIEW, WEIGHED, ATTACHED, INVOLVED);
    }

    static String how(Involvement how) {
        return switch (how) {
            case TARGET -> "It was aimed at them";
            case WITNESS -> "They saw or heard something";
            case RELATIVE -> "They are a relative or close to the person";
            case POSTED_IT -> "They posted it";
            case OTHER -> "In another way";
        };
    }

    private static List<Choice> involvements() {
        return Arrays.stream(Involvement.values())
                .map(how -> new Choice(how.name(), how(how), ""))
                .toList();
    }

    private static Step involved(Answered in) {
        var entered = in.answers().line("who", "Say who it is.");
        var known = in.person("who");
        return new Step.Involved(
                known.map(Person::personId).orElse(null),
                known.map(Person::name).orElse(entered),
                in.answers().choice("how", Involvement.class, "Choose how."),
                0);
    }

    private static List<Choice> tasks(Asking asking) {
        return asking.about().openTasks().stream()
                .map(task ->
                        new Choice(
                                String.valueOf(task.seq()),
                                task.step() instanceof Step.TaskSet set ? set.words() : "",
                                ""))
                .toList();
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    static boolean yes(Answered in, String field) {
        return in.answers().among(field, List.of("YES", "NO"), "Choose yes or no.").equals("YES");
    }
}
