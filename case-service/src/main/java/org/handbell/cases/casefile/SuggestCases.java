package org.handbell.cases.casefile;

import static org.handbell.cases.casefile.Timeline.Kind.EDITED;
import static org.handbell.cases.casefile.Timeline.Kind.JOINED;
import static org.handbell.cases.casefile.Timeline.Kind.OPENED;
import static org.handbell.cases.casefile.Timeline.Kind.REGRADED;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.conflict.Matter;
import org.handbell.contract.Ids;
import org.handbell.contract.Severity;
import org.handbell.operations.logging.LogFields;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Turns claims into suggested cases, and lets related ones join. Never more than suggests.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SuggestCases {

    private final Cases cases;
    private final Timeline timeline;
    private final CaseNumbers numbers;
    private final DueTimes due;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuggestCases(
            Cases cases,
            Timeline timeline,
            CaseNumbers numbers,
            DueTimes due,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.numbers = numbers;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /// Opens a case in the state suggested.
    public Case open(Claims claims) {
        var at = clock.instant();
        var found = claims.found();
        var severity = claims.severity();
        var opened =
                new Case(
                        Ids.derive("case", found.eventId()),
                        numbers.next(number -> cases.byNumber(number).isPresent()),
                        CaseType.suggested(claims.matter(), severity),
                        severity,
                        claims.matter(),
                        new CaseState.Suggested(at),
                        at,
                        due.of(severity, at),
                        null,
                        false,
                        0);
        LogFields.set(opened.number().value());
        cases.open(opened);
        cases.note(opened.caseId(), claims);
        say(opened, at, OPENED, "Handbell suggested this case. Nobody has decided anything.");
        events.publishEvent(
                new CaseEvent.Opened(
                        opened.caseId(), Set.of(found.postId()), CaseEvent.Times.of(found.post())));
        return opened;
    }

    /// Adds claims to a case that is there.
    public Case join(Case to, Claims claims) {
        LogFields.set(to.number().value());
        var at = clock.instant();
        var found = claims.found();
        var knownState = cases.knows(to.caseId(), found.post().observationId());
        var knownPost = cases.posts(to.caseId()).contains(found.postId());
        cases.note(to.caseId(), claims);
        if (knownState) {
            say(to, at, JOINED, "The same post was judged again by the policy in force.");
        } else if (knownPost) {
            say(to, at, EDITED, "The post was edited. What it says now has findings too.");
        } else {
            say(to, at, JOINED, "A related post of the same person joined this case.");
        }
        events.publishEvent(new CaseEvent.Joined(to.caseId(), Set.of(found.postId())));
        return to.state().ended() ? to : regrade(to, claims, at);
    }

    private Case regrade(Case to, Claims claims, Instant at) {
        var times = CaseEvent.Times.of(claims.found().post());
        var graver = claims.severity().compareTo(to.severity()) > 0;
        var severity = graver ? claims.severity() : to.severity();
        var wider = wider(to.matter(), claims.matter());
        if (!graver && wider.equals(to.matter())) {
            return to;
        }
        var changed =
                cases.update(
                        to.graded(severity, graver ? due.of(severity, at) : to.dueAt(), wider));
        if (graver) {
            say(changed, at, REGRADED, graver(severity));
            events.publishEvent(new CaseEvent.Regraded(to.caseId(), times));
        } else {
            events.publishEvent(new CaseEvent.Widened(to.caseId(), times));
        }
        return changed;
    }

    private static Matter wider(Matter known, Matter joined) {
        var routes = new HashSet<>(known.routes());
        routes.addAll(joined.routes());
        var targets = new HashSet<>(known.targets());
        targets.addAll(joined.targets());
        return new Matter(
                known.subjectId(),
                known.subjectRole(),
                known.academyId(),
                routes,
                targets,
                known.pointerOnly());
    }

    private static String graver(Severity severity) {
        return "The case became graver: it needs a person " + Words.tier(severity) + ".";
    }

    private void say(Case about, Instant at, Timeline.Kind kind, String words) {
        timeline.append(about.caseId(), new Entry(at, kind, words, null));
    }
}
