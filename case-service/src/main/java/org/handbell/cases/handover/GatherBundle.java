package org.handbell.cases.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.handover.Contents.Entry;
import org.handbell.cases.handover.Contents.FileIn;
import org.handbell.cases.handover.Contents.Line;
import org.handbell.cases.handover.Contents.Section;
import org.handbell.cases.handover.Request.Part;
import org.handbell.cases.investigation.InvestigationRecord;
import org.handbell.cases.investigation.InvestigationRecord.Chapter;
import org.handbell.cases.investigation.Section141F;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what goes into a bundle: the parts that were asked for, and no name of those who are not
/// concerned where they are to be left out. Who acted on the case stays named.
@Component
class GatherBundle {

    private final Cases cases;
    private final Timeline timeline;
    private final EvidenceLocker locker;
    private final InvestigationRecord record;
    private final People people;
    private final DueSettings due;

    GatherBundle(
            Cases cases,
            Timeline timeline,
            EvidenceLocker locker,
            InvestigationRecord record,
            People people,
            DueSettings due) {
        this.cases = cases;
        this.timeline = timeline;
        this.locker = locker;
        this.record = record;
        this.people = people;
        this.due = due;
    }

    Contents of(Case about, Handover handover, Instant at) {
        var posts = new SeenPosts(locker.of(about.caseId()), due.zone());
        var shown = masking(about, handover.request(), posts);
        return new Contents(
                about.number().value(),
                handover.handoverId(),
                Section141F.mayCover(about) ? Section141F.WORDS : "",
                facts(about, handover, at),
                handover.request().parts().stream()
                        .sorted()
                        .filter(part -> part != Part.FILES)
                        .map(part -> section(about, part, posts, shown))
                        .toList(),
                handover.request().parts().contains(Part.FILES) ? files(about) : List.of(),
                at);
    }

    private UnaryOperator<String> masking(Case about, Request request, SeenPosts posts) {
        if (!request.masked()) {
            return text -> text;
        }
        var names = new HashSet<>(request.alsoMasked());
        names.addAll(record.involved(about));
        names.addAll(posts.pupilWords());
        Arrays.stream(Role.values())
                .flatMap(role -> people.holding(role).stream())
                .filter(person -> !person.personId().equals(about.matter().subjectId()))
                .map(Person::name)
                .forEach(names::add);
        return new Masking(names);
    }

    private List<Line> facts(Case about, Handover handover, Instant at) {
        var request = handover.request();
        var facts = new ArrayList<Line>();
        facts.add(new Line("About", name(about.matter().subjectId())));
        facts.add(new Line("Kind of case", about.type().words()));
        facts.add(new Line("For", request.recipient().words() + ": " + request.name()));
        facts.add(new Line("Lawful because", request.basis().words()));
        facts.add(new Line("In the words of who asked", request.lawfulBecause()));
        facts.add(new Line("Purpose", request.purpose()));
        facts.add(new Line("Asked for by", name(handover.askedBy())));
        var second = handover.second();
        facts.add(
                new Line(
                        "Approved by",
                        second == null
                                ? "nobody yet: an emergency, to be approved within 24 hours"
                                : name(second.by())));
        facts.add(new Line("Made", Words.time(at, due.zone())));
        facts.add(
                new Line(
                        "Names of others",
                        request.masked()
                                ? "left out; the trust holds the whole record"
                                : "not left out"));
        return List.copyOf(facts);
    }

    private Section section(Case about, Part part, SeenPosts posts, UnaryOperator<String> shown) {
        var entries =
                switch (part) {
                    case POSTS -> posts.entries();
                    case CHRONOLOGY -> chronology(about);
                    case NOTES -> steps(about, Chapter.NOTES);
                    case STATEMENTS -> steps(about, Chapter.STATEMENTS);
                    case EVIDENCE -> steps(about, Chapter.EVIDENCE);
                    case DECISION -> decisions(about);
                    case FILES -> List.<Entry>of();
                };
        return new Section(
                part.words(),
                entries.stream()
                        .map(e ->
                                new Entry(shown.apply(e.title()), e.when(), shown.apply(e.words())))
                        .toList());
    }

    private List<Entry> steps(Case about, Chapter chapter) {
        return record.of(about).stream()
                .filter(step -> step.chapter() == chapter)
                .map(step -> new Entry(step.title(), when(step.at(), step.by()), step.words()))
                .toList();
    }

    private List<Entry> decisions(Case about) {
        var first =
                cases.decisions(about.caseId()).stream()
                        .map(d ->
                                new Entry(
                                        d.outcome().words(),
                                        when(d.decidedAt(), d.decidedBy()),
                                        (d.reason().words() + "\n" + d.words()).strip()));
        return Stream.concat(first, steps(about, Chapter.DECISION).stream()).toList();
    }

    private record Dated(Instant at, Entry entry) {}

    private List<Entry> chronology(Case about) {
        var told =
                timeline.of(about.caseId()).stream()
                        .map(e ->
                                new Dated(
                                        e.at(), new Entry(e.words(), when(e.at(), e.actor()), "")));
        var steps =
                record.of(about).stream()
                        .map(s ->
                                new Dated(s.at(), new Entry(s.title(), when(s.at(), s.by()), "")));
        return Stream.concat(told, steps)
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::entry)
                .toList();
    }

    private List<FileIn> files(Case about) {
        return record.files(about).stream()
                .map(file ->
                        new FileIn(
                                String.format(Locale.ROOT, "%03d-%s", file.seq(), file.name()),
                                file.content()))
                .toList();
    }

    private String when(Instant at, @Nullable String by) {
        return Words.time(at, due.zone()) + (by == null ? "" : ", " + name(by));
    }

    private String name(String personId) {
        return people.byId(personId).map(Person::name).orElse("somebody who left");
    }
}
