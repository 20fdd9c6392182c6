package org.handbell.cases.handover;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.form.Field;
import org.handbell.cases.form.Field.Choice;
import org.handbell.cases.handover.HandOver.OnRecord;
import org.handbell.cases.handover.Request.Basis;
import org.handbell.cases.handover.Request.Part;
import org.handbell.cases.handover.Request.Recipient;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the page of handovers asks and shows.
@Component
class HandoverPage {

    private static final List<Choice> YES_NO =
            List.of(new Choice("YES", "Yes", ""), new Choice("NO", "No", ""));

    /// What is asked of who wants a handover.
    static final List<Field> QUESTIONS = questions();

    private final HandOver handOver;
    private final People people;
    private final DueSettings due;

    HandoverPage(HandOver handOver, People people, DueSettings due) {
        this.handOver = handOver;
        this.people = people;
        this.due = due;
    }

    /// A handover as the page shows it.
    ///
    /// @param bundle hash and size; null until it was made
    record Line(
            String id,
            String title,
            String stands,
            boolean late,
            List<String> facts,
            @Nullable String bundle,
            boolean downloadable,
            boolean mayApprove,
            boolean mayWithdraw) {}

    private static List<Field> questions() {
        return List.of(
                Field.choice(
                        "recipient",
                        "Who receives it?",
                        "",
                        Arrays.stream(Recipient.values())
                                .map(r -> new Choice(r.name(), r.words(), ""))
                                .toList()),
                Field.line(
                        "name",
                        "Their name, office and reference",
                        "For an investigator: the e-mail address at work of who is nominated."),
                Field.choice(
                        "basis",
                        "What makes it lawful?",
                        "",
                        Arrays.stream(Basis.values())
                                .map(b -> new Choice(b.name(), b.words(), ""))
                                .toList()),
                Field.words("because", "How does that fit here?", ""),
                Field.words("purpose", "What do they need it for?", ""),
                Field.ticks(
                                "part",
                                "What goes in?",
                                "As little as they need.",
                                Arrays.stream(Part.values())
                                        .map(p -> new Choice(p.name(), p.words(), ""))
                                        .toList())
                        .holding("POSTS,CHRONOLOGY"),
                Field.choice(
                                "masked",
                                "Leave out the names of others?",
                                "Names of the register but the person’s own, and the words by which"
                                        + " a pupil was known. Files go along as they are.",
                                YES_NO)
                        .holding("YES"),
                Field.words(
                        "also",
                        "More names to leave out",
                        "One on each line, such as those of pupils and parents."),
                Field.choice(
                                "emergency",
                                "Can it not wait for a second person?",
                                "Only where somebody may come to harm. A second person must look at"
                                        + " it within 24 hours.",
                                YES_NO)
                        .holding("NO"));
    }

    List<Line> lines(OnRecord onRecord) {
        return onRecord.handovers().stream().map(h -> line(onRecord, h)).toList();
    }

    private Line line(OnRecord onRecord, Handover handover) {
        var personId = onRecord.seen().by().personId();
        var state = handover.state();
        var bundle = handover.bundle();
        return new Line(
                handover.handoverId(),
                handover.request().recipient().words() + ": " + handover.request().name(),
                stands(state),
                state instanceof HandoverState.Emergency e && e.overdue(handOver.now()),
                facts(handover),
                bundle == null
                        ? null
                        : "%,d bytes, SHA-256 %s".formatted(bundle.bytes(), bundle.sha256()),
                bundle != null && state.released(handOver.now()),
                onRecord.seen().deals() && state.after(personId).isPresent(),
                onRecord.seen().deals() && state instanceof HandoverState.Asked);
    }

    private String stands(HandoverState state) {
        return switch (state) {
            case HandoverState.Asked _ -> "Waits for a second person";
            case HandoverState.Emergency emergency ->
                    emergency.overdue(handOver.now())
                            ? "Went out in an emergency, and nobody approved it in time. It is"
                                    + " closed until somebody does."
                            : "Went out in an emergency. A second person must approve it by "
                                    + Words.time(emergency.until(), due.zone());
            case HandoverState.Approved approved -> "Approved by " + name(approved.second());
            case HandoverState.Withdrawn _ -> "Withdrawn; nothing went out";
        };
    }

    private List<String> facts(Handover handover) {
        var request = handover.request();
        var taken =
                handover.downloads().stream()
                        .map(d -> name(d.personId()) + ", " + Words.time(d.at(), due.zone()))
                        .collect(Collectors.joining("; "));
        return List.of(
                "Asked for by "
                        + name(handover.askedBy())
                        + ", "
                        + Words.time(handover.askedAt(), due.zone()),
                "Lawful: " + request.basis().words() + ". " + request.lawfulBecause(),
                "For: " + request.purpose(),
                "In it: "
                        + request.parts().stream()
                                .sorted()
                                .map(Part::words)
                                .collect(Collectors.joining("; "))
                        + (request.masked() ? ". Names of others left out." : "."),
                "Copies taken: " + (taken.isEmpty() ? "none" : taken));
    }

    private String name(String personId) {
        return people.byId(personId).map(Person::name).orElse("somebody who left");
    }
}
