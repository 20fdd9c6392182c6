package org.handbell.cases.casefile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.CaseView.Answer;
import org.handbell.cases.casefile.CaseView.Choice;
import org.handbell.cases.casefile.CaseView.Line;
import org.handbell.cases.casefile.CaseView.Moment;
import org.handbell.cases.casefile.CaseView.Said;
import org.handbell.cases.evidence.Capture.Kind;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Exhibit;
import org.handbell.cases.evidence.Verification;
import org.handbell.cases.policy.Passages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what a case's page shows.
@Component
class CasePage {

    /// Most states of posts on one page; the newest.
    private static final int MOST_STATES = 30;

    private final Cases cases;
    private final Timeline timeline;
    private final EvidenceLocker locker;
    private final CaseNames names;
    private final TakeBack takeBack;
    private final ZoneId zone;
    private final PostViews posts;

    CasePage(
            Cases cases,
            Timeline timeline,
            EvidenceLocker locker,
            CaseNames names,
            TakeBack takeBack,
            Passages passages,
            DueSettings settings) {
        this.cases = cases;
        this.timeline = timeline;
        this.locker = locker;
        this.names = names;
        this.takeBack = takeBack;
        this.zone = settings.zone();
        this.posts = new PostViews(settings.zone(), passages);
    }

    /// @param lock on the card, of the person who looks or of another; null where it is no card
    /// @param stale whether somebody answered while this person had it open
    CaseView view(Case about, String personId, CardLocks.@Nullable Lock lock, boolean stale) {
        var taken = about.acknowledgement();
        var verification = locker.verify(about.caseId());
        var states = new States(locker.of(about.caseId()));
        var decisions = cases.decisions(about.caseId());
        return new CaseView(
                about.number().value(),
                about.version(),
                Words.tone(about.severity()),
                suggested(about) ? "Look at this by " + Words.time(about.dueAt(), zone) : null,
                Words.severity(about.severity()),
                about.type().words(),
                Words.state(about.state()),
                names.school(about),
                names.person(about.matter().subjectId()),
                Words.time(about.openedAt(), zone),
                taken == null
                        ? null
                        : names.person(taken.personId()) + ", " + Words.time(taken.at(), zone),
                taken == null && !about.state().ended(),
                about.unreachable(),
                states.newest().stream().map(posts::of).toList(),
                states.earlier().stream().map(posts::of).toList(),
                states.seen(zone),
                chain(verification),
                !(verification instanceof Verification.Broken),
                lines(about),
                decisions.stream().map(this::said).toList(),
                answers(about),
                DecideCase.wordsNeeded(about, null),
                moment(about, personId, lock, stale ? decisions : List.of(), decisions));
    }

    private static boolean suggested(Case about) {
        return about.state() instanceof CaseState.Suggested;
    }

    private Moment moment(
            Case about,
            String personId,
            CardLocks.@Nullable Lock lock,
            List<Decision> unseen,
            List<Decision> decisions) {
        var own = lock != null && lock.heldBy().equals(personId);
        return new Moment(
                lock == null || own ? null : names.looking(lock),
                lock != null && own ? lock.since().toString() : null,
                takeBack.mayBeTakenBack(about, decisions)
                        .filter(decision -> decision.decidedBy().equals(personId))
                        .map(decision -> Words.clock(takeBack.until(decision), zone))
                        .orElse(null),
                unseen.isEmpty() ? null : answered(unseen.getLast()),
                about.state() instanceof CaseState.UnderInvestigation
                        || about.state() instanceof CaseState.Concluded,
                about.state() instanceof CaseState.ChildAtRisk);
    }

    private String answered(Decision decision) {
        return "The latest answer is by %s, on %s: %s."
                .formatted(
                        names.person(decision.decidedBy()),
                        Words.time(decision.decidedAt(), zone),
                        decision.outcome().words());
    }

    private List<Line> lines(Case about) {
        return timeline.of(about.caseId()).stream()
                .map(entry -> new Line(Words.time(entry.at(), zone), entry.words() + by(entry)))
                .toList();
    }

    /// Messages say the role already; what a person did says who.
    private String by(Timeline.Entry entry) {
        return switch (entry.kind()) {
            case ACKNOWLEDGED, DECIDED, TAKEN_BACK, INVESTIGATED -> by(entry.actor());
            default -> "";
        };
    }

    private String by(@Nullable String personId) {
        return personId == null ? "" : ", by " + names.person(personId);
    }

    private Said said(Decision decision) {
        var undone = decision.undoneAt();
        return new Said(
                names.person(decision.decidedBy()),
                Words.time(decision.decidedAt(), zone),
                decision.outcome().words(),
                decision.reason().words(),
                decision.words(),
                undone == null ? null : Words.time(undone, zone));
    }

    private static List<Answer> answers(Case about) {
        return Arrays.stream(Outcome.values())
                .filter(o -> about.state().after(o, about.openedAt()).isPresent())
                .map(o ->
                        new Answer(
                                o.name(),
                                o.words(),
                                o.hint(),
                                o == Outcome.CHILD_AT_RISK,
                                reasons(o)))
                .toList();
    }

    private static List<Choice> reasons(Outcome outcome) {
        return outcome.speaksForItself()
                ? List.of()
                : Arrays.stream(Reason.values())
                        .filter(r -> r.fits(outcome))
                        .map(r -> new Choice(r.name(), r.words()))
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

    /// What was captured, with the newest state of each post apart.
    ///
    /// @param all oldest first
    private record States(List<Exhibit> all) {

        List<Exhibit> newest() {
            var known = new HashSet<String>();
            return all.reversed().stream()
                    .filter(exhibit -> exhibit.capture().kind() == Kind.POST)
                    .filter(exhibit -> known.add(exhibit.capture().postId()))
                    .limit(MOST_STATES)
                    .toList();
        }

        List<Exhibit> earlier() {
            var newest = newest();
            return all.reversed().stream()
                    .filter(exhibit -> !newest.contains(exhibit))
                    .limit(MOST_STATES)
                    .toList();
        }

        List<String> seen(ZoneId zone) {
            var seen = new ArrayList<String>();
            var states = new HashSet<String>();
            var posts = new HashSet<String>();
            for (var exhibit : all) {
                sentence(exhibit, posts, states, zone).ifPresent(seen::add);
            }
            return seen.stream().limit(MOST_STATES).toList();
        }

        private static Optional<String> sentence(
                Exhibit exhibit, HashSet<String> posts, HashSet<String> states, ZoneId zone) {
            var capture = exhibit.capture();
            var when = Words.time(capture.capturedAt(), zone);
            return switch (capture.kind()) {
                case DELETED ->
                        Optional.of("Deleted on the platform. We saw that on " + when + ".");
                case CLEARED ->
                        Optional.of(
                                "Edited on the platform, seen on "
                                        + when
                                        + ". What it says now may be fine and was not kept.");
                case POST -> {
                    var another = states.add(String.valueOf(capture.observationId()));
                    yield !posts.add(capture.postId()) && another
                            ? Optional.of("Edited on the platform, seen on " + when + ".")
                            : Optional.empty();
                }
            };
        }
    }
}
