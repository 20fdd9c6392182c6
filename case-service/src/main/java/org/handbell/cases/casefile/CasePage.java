package org.handbell.cases.casefile;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.handbell.cases.casefile.CaseView.Choice;
import org.handbell.cases.casefile.CaseView.Line;
import org.handbell.cases.casefile.CaseView.PostView;
import org.handbell.cases.casefile.CaseView.Said;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Verification;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the queue and a case's page show.
@Component
class CasePage {

    /// Most states of posts on one page; the newest.
    private static final int MOST_STATES = 30;

    private final Cases cases;
    private final Timeline timeline;
    private final EvidenceLocker locker;
    private final People people;
    private final ZoneId zone;
    private final PostViews posts;

    CasePage(
            Cases cases,
            Timeline timeline,
            EvidenceLocker locker,
            People people,
            DueSettings settings) {
        this.cases = cases;
        this.timeline = timeline;
        this.locker = locker;
        this.people = people;
        this.zone = settings.zone();
        this.posts = new PostViews(settings.zone());
    }

    /// A line of the queue.
    record Card(
            String reference,
            String tone,
            String due,
            String severity,
            String type,
            String state,
            String school,
            boolean taken,
            boolean unreachable) {}

    /// Cards of one tier.
    record Tier(String title, String tone, List<Card> cards) {}

    List<Tier> queue(List<Case> seen) {
        return List.of(
                tier("Now", "now", seen, Severity.CRITICAL),
                tier("Today", "today", seen, Severity.HIGH),
                tier("This week", "week", seen, Severity.MEDIUM),
                new Tier(
                        "Decided, and going on",
                        "going-on",
                        seen.stream().filter(c -> !suggested(c)).map(this::card).toList()));
    }

    private Tier tier(String title, String tone, List<Case> seen, Severity severity) {
        return new Tier(
                title,
                tone,
                seen.stream()
                        .filter(c -> suggested(c) && c.severity() == severity)
                        .map(this::card)
                        .toList());
    }

    private static boolean suggested(Case about) {
        return about.state() instanceof CaseState.Suggested;
    }

    private Card card(Case about) {
        return new Card(
                about.number().value(),
                tone(about),
                suggested(about)
                        ? "Look by " + Words.soon(about.dueAt(), zone)
                        : "Since " + Words.soon(about.state().since(), zone),
                Words.severity(about.severity()),
                about.type().words(),
                Words.state(about.state()),
                school(about),
                about.acknowledgement() != null,
                about.unreachable());
    }

    CaseView view(Case about) {
        var taken = about.acknowledgement();
        var verification = locker.verify(about.caseId());
        return new CaseView(
                about.number().value(),
                about.version(),
                tone(about),
                suggested(about) ? "Look at this by " + Words.time(about.dueAt(), zone) : null,
                Words.severity(about.severity()),
                about.type().words(),
                Words.state(about.state()),
                school(about),
                name(about.matter().subjectId()),
                Words.time(about.openedAt(), zone),
                taken == null ? null : name(taken.personId()) + ", " + Words.time(taken.at(), zone),
                taken == null && !about.state().ended(),
                about.unreachable(),
                states(about),
                chain(verification),
                !(verification instanceof Verification.Broken),
                lines(about),
                said(about),
                answers(about),
                reasons(),
                DecideCase.wordsNeeded(about, null));
    }

    private List<PostView> states(Case about) {
        return locker.of(about.caseId()).reversed().stream()
                .limit(MOST_STATES)
                .map(posts::of)
                .toList();
    }

    private List<Line> lines(Case about) {
        return timeline.of(about.caseId()).stream()
                .map(entry -> new Line(Words.time(entry.at(), zone), entry.words() + by(entry)))
                .toList();
    }

    /// Messages say the role already; what a person did says who.
    private String by(Timeline.Entry entry) {
        return switch (entry.kind()) {
            case ACKNOWLEDGED, DECIDED, INVESTIGATED -> by(entry.actor());
            default -> "";
        };
    }

    private String by(@Nullable String personId) {
        return personId == null ? "" : ", by " + name(personId);
    }

    private List<Said> said(Case about) {
        return cases.decisions(about.caseId()).stream()
                .map(decision ->
                        new Said(
                                name(decision.decidedBy()),
                                Words.time(decision.decidedAt(), zone),
                                decision.outcome().words(),
                                decision.reason().words(),
                                decision.words()))
                .toList();
    }

    private static List<Choice> answers(Case about) {
        return Arrays.stream(Outcome.values())
                .filter(o -> about.state().after(o, about.openedAt()).isPresent())
                .map(o -> new Choice(o.name(), o.words(), o.hint()))
                .toList();
    }

    private static List<Choice> reasons() {
        return Arrays.stream(Reason.values())
                .map(r -> new Choice(r.name(), r.words(), ""))
                .toList();
    }

    private static String chain(Verification verification) {
        return switch (verification) {
            case Verification.Intact(var entries) ->
                    "Checked just now: nothing was changed since it was captured ("
                            + entries
                            + (entries == 1 ? " entry)." : " entries).");
            case Verification.Erased _ -> "What was captured has been erased for good.";
            case Verification.Broken(var seq, var why) ->
                    "Do not rely on this evidence. Entry " + seq + ": " + why + ".";
        };
    }

    private static String tone(Case about) {
        return switch (about.severity()) {
            case CRITICAL -> "now";
            case HIGH -> "today";
            case MEDIUM, LOW, TIP -> "week";
        };
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
