package org.handbell.cases.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is on record of an investigation, for those who hand parts of it over. Whoever asks has
/// made sure that the person may see the case, and writes down that it was read.
@Component
public class InvestigationRecord {

    private final Investigations investigations;
    private final StepWords words;

    InvestigationRecord(Investigations investigations, People people, DueSettings due) {
        this.investigations = investigations;
        this.words =
                new StepWords(
                        due.zone(),
                        id -> people.byId(id).map(Person::name).orElse("somebody who left"));
    }

    /// What a step belongs to.
    public enum Chapter {
        NOTES,
        STATEMENTS,
        EVIDENCE,
        DECISION,
        FILES
    }

    /// A step in words.
    ///
    /// @param by person id
    public record Shown(Chapter chapter, String title, String words, String by, Instant at) {

        @Override
        public String toString() {
            return "Shown[" + chapter + "]";
        }
    }

    /// A file that was added.
    public record StoredFile(long seq, String name, byte[] content) {

        @Override
        public String toString() {
            return "StoredFile[" + seq + "]";
        }
    }

    /// All steps, oldest first.
    @Transactional(readOnly = true)
    public List<Shown> of(Case about) {
        return investigations.of(about.caseId()).stream().map(this::shown).toList();
    }

    private Shown shown(Recorded recorded) {
        return new Shown(
                chapter(recorded.step()),
                words.title(recorded.step()),
                words.body(recorded.step()),
                recorded.by(),
                recorded.at());
    }

    /// The files with their content, oldest first.
    @Transactional(readOnly = true)
    public List<StoredFile> files(Case about) {
        return investigations.of(about.caseId()).stream()
                .flatMap(recorded ->
                        investigations
                                .content(about.caseId(), recorded.seq())
                                .map(content -> stored(recorded, content))
                                .stream())
                .toList();
    }

    private static StoredFile stored(Recorded recorded, byte[] content) {
        var name = recorded.step() instanceof Step.Attached file ? file.name() : "file";
        return new StoredFile(recorded.seq(), name, content);
    }

    /// Names of those who have to do with the matter, but for its subject.
    @Transactional(readOnly = true)
    public Set<String> involved(Case about) {
        return investigations.of(about.caseId()).stream()
                .map(Recorded::step)
                .filter(Step.Involved.class::isInstance)
                .map(step -> ((Step.Involved) step).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Chapter chapter(Step step) {
        return switch (step) {
            case Step.Note _, Step.TaskSet _, Step.TaskDone _ -> Chapter.NOTES;
            case Step.Statement _,
                    Step.Interview _,
                    Step.ReplyAsked _,
                    Step.Replied _,
                    Step.NoReply _,
                    Step.Held _,
                    Step.Lifted _ ->
                    Chapter.STATEMENTS;
            case Step.Weighed _, Step.PostedByOther _, Step.Involved _ -> Chapter.EVIDENCE;
            case Step.Attached _ -> Chapter.FILES;
            case Step.Screened _,
                    Step.LadoAdvised _,
                    Step.NotReferred _,
                    Step.Countersigned _,
                    Step.Retyped _,
                    Step.Dignity _,
                    Step.Proportionality _,
                    Step.Decided _,
                    Step.LetterSent _,
                    Step.Closed _,
                    Step.Reopened _ ->
                    Chapter.DECISION;
        };
    }
}
