package org.handbell.cases.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Nominated;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.investigation.InvestigationView.Clock;
import org.handbell.cases.investigation.InvestigationView.FormLink;
import org.handbell.cases.investigation.InvestigationView.Item;
import org.handbell.cases.investigation.InvestigationView.Section;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;

/// Puts together what the pages of an investigation show.
@Component
class InvestigationPage {

    private final InvestigateCase investigate;
    private final Timeline timeline;
    private final People people;
    private final Conflicts conflicts;
    private final Nominated nominated;
    private final DueSettings due;
    private final StepWords words;

    InvestigationPage(
            InvestigateCase investigate,
            Timeline timeline,
            People people,
            Conflicts conflicts,
            Nominated nominated,
            DueSettings due) {
        this.investigate = investigate;
        this.timeline = timeline;
        this.people = people;
        this.conflicts = conflicts;
        this.nominated = nominated;
        this.due = due;
        this.words = new StepWords(due.zone(), this::name);
    }

    InvestigationView view(InvestigateCase.Open open) {
        var about = open.about();
        return new InvestigationView(
                open.file().number().value(),
                open.file().type().words(),
                name(open.file().matter().subjectId()),
                words.phase(about.phase()),
                warnings(open),
                clocks(about),
                sections(open),
                weighed(open, Step.Side.FOR),
                weighed(open, Step.Side.AGAINST),
                about.openTasks().stream().map(s -> item(open, s)).toList(),
                about.investigators().stream().map(this::name).sorted().toList(),
                chronology(open),
                open.actor().deals());
    }

    private List<String> warnings(InvestigateCase.Open open) {
        var about = open.about();
        var warnings = new ArrayList<String>();
        if (Section141F.mayCover(open.file())) {
            warnings.add(Section141F.WORDS);
        }
        if (about.contactClosed()) {
            warnings.add(Refusal.CONTACT_CLOSED.words());
        }
        if (about.phase() instanceof Phase.Held held
                && held.lapsed(investigate.rules().today(investigate.now()))) {
            warnings.add(Refusal.HOLD_LAPSED.words());
        }
        if (about.postedByOther()) {
            warnings.add(
                    "Somebody else posted this. Help the person to take it down and to keep it from"
                            + " happening again; nothing disciplinary follows.");
        }
        if (about.facts().bullying() && about.count(Step.Dignity.class) == 0) {
            warnings.add(Refusal.DIGNITY_FIRST.words());
        }
        return List.copyOf(warnings);
    }

    private List<Clock> clocks(Investigation about) {
        var clocks = new ArrayList<Clock>();
        if (running(about.threshold()) instanceof Threshold.Running running) {
            clocks.add(
                    clock(
                            "Tell the local authority (LADO) by",
                            Words.time(running.due(), due.zone()),
                            investigate.now().isAfter(running.due())));
        }
        var today = investigate.rules().today(investigate.now());
        switch (about.phase()) {
            case Phase.Held held ->
                    clocks.add(
                            clock(
                                    "Look at the hold again by",
                                    Words.day(held.review()),
                                    held.lapsed(today)));
            case Phase.ReplyAsked asked ->
                    clocks.add(
                            clock(
                                    "Their reply by",
                                    Words.day(asked.until()),
                                    today.isAfter(asked.until())));
            default -> {}
        }
        about.openTasks().stream()
                .map(Recorded::step)
                .filter(Step.TaskSet.class::isInstance)
                .map(Step.TaskSet.class::cast)
                .filter(task -> today.isAfter(task.due()))
                .forEach(task ->
                        clocks.add(
                                clock(
                                        "A task of " + name(task.ownerId()) + " was due on",
                                        Words.day(task.due()),
                                        true)));
        return List.copyOf(clocks);
    }

    private static Threshold running(Threshold threshold) {
        return threshold instanceof Threshold.OneSays one ? one.before() : threshold;
    }

    private static Clock clock(String label, String when, boolean late) {
        return new Clock(label, when, late);
    }

    private List<Section> sections(InvestigateCase.Open open) {
        return List.of(
                section(open, "safety", "A child’s safety first", SafetyForms.all()),
                section(open, "enquiry", "Finding out", EnquiryForms.all()),
                section(open, "fairness", "Their side", FairnessForms.all()),
                section(open, "decision", "The decision", DecisionForms.all()));
    }

    private Section section(
            InvestigateCase.Open open, String id, String title, List<StepForm> forms) {
        var kinds = forms.stream().map(StepForm::kind).toList();
        return new Section(
                id,
                title,
                open.about().steps().stream()
                        .filter(s -> kinds.contains(StepKind.of(s.step())))
                        .filter(s -> !elsewhere(s.step()))
                        .map(s -> item(open, s))
                        .toList(),
                forms.stream().map(form -> link(open, form)).toList());
    }

    /// What has a place of its own on the page.
    private static boolean elsewhere(Step step) {
        return step instanceof Step.Weighed
                || step instanceof Step.TaskSet
                || step instanceof Step.TaskDone;
    }

    private FormLink link(InvestigateCase.Open open, StepForm form) {
        return new FormLink(
                form.path(),
                form.title(),
                investigate.closed(open, form.kind()).map(Refusal::words).orElse(null));
    }

    private List<Item> weighed(InvestigateCase.Open open, Step.Side side) {
        return open.about().steps().stream()
                .filter(s -> s.step() instanceof Step.Weighed w && w.side() == side)
                .map(s -> item(open, s))
                .toList();
    }

    private Item item(InvestigateCase.Open open, Recorded recorded) {
        return new Item(
                words.title(recorded.step()),
                Words.time(recorded.at(), due.zone()) + ", " + name(recorded.by()),
                words.body(recorded.step()),
                recorded.step() instanceof Step.Attached
                        ? "/cases/%s/investigation/files/%d"
                                .formatted(open.file().number(), recorded.seq())
                        : null);
    }

    private record Dated(Instant at, Item item) {}

    private List<Item> chronology(InvestigateCase.Open open) {
        return Stream.concat(
                        timeline.of(open.file().caseId()).stream().map(this::dated),
                        open.about().steps().stream().map(this::dated))
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::item)
                .toList();
    }

    private Dated dated(Timeline.Entry entry) {
        var by = entry.actor() == null ? "" : ", " + name(entry.actor());
        return new Dated(
                entry.at(),
                new Item(entry.words(), Words.time(entry.at(), due.zone()) + by, "", null));
    }

    private Dated dated(Recorded step) {
        return new Dated(
                step.at(),
                new Item(
                        words.title(step.step()),
                        Words.time(step.at(), due.zone()) + ", " + name(step.by()),
                        "",
                        null));
    }

    Asking asking(InvestigateCase.Open open) {
        var now = investigate.now();
        return new Asking(
                open,
                participants(open.file()),
                now,
                due.zone(),
                investigate.rules().earliestReply(open.about(), now),
                name(open.file().matter().subjectId()),
                school(open.file()));
    }

    private List<Person> participants(Case about) {
        return Stream.concat(
                        conflicts.toldInOrder(about.matter()).stream().flatMap(List::stream),
                        nominated.now(about.caseId()).stream()
                                .map(people::byId)
                                .flatMap(Optional::stream))
                .distinct()
                .toList();
    }

    private String school(Case about) {
        var academyId = about.matter().academyId();
        return academyId == null
                ? people.trustName()
                : people.academy(academyId).map(People.Academy::name).orElseGet(people::trustName);
    }

    private String name(String personId) {
        return people.byId(personId).map(Person::name).orElse("somebody who left");
    }
}
