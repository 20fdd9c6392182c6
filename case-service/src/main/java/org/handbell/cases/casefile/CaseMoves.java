package org.handbell.cases.casefile;

import java.time.Clock;
import java.util.HashSet;
import org.handbell.cases.casefile.CaseState.Concluded;
import org.handbell.cases.casefile.CaseState.UnderInvestigation;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.conflict.Matter;
import org.handbell.contract.Route;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What an investigation does to its case. Each move is a person's, and runs in the transaction
/// that records who and why.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseMoves {

    private final Cases cases;
    private final Timeline timeline;
    private final Nominated nominated;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseMoves(
            Cases cases,
            Timeline timeline,
            Nominated nominated,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.nominated = nominated;
        this.events = events;
        this.clock = clock;
    }

    /// A person has to do with the matter: from the commit on it does not come to them, by no role
    /// and no nomination.
    public Case involve(Case about, String involvedId, String by) {
        nominated.end(about.caseId(), involvedId, by);
        var matter = about.matter();
        if (matter.targets().contains(involvedId) || matter.subjectId().equals(involvedId)) {
            return about;
        }
        var targets = new HashSet<>(matter.targets());
        targets.add(involvedId);
        var wider =
                new Matter(
                        matter.subjectId(),
                        matter.subjectRole(),
                        matter.academyId(),
                        matter.routes(),
                        targets);
        return cases.update(about.graded(about.severity(), about.dueAt(), wider));
    }

    /// The case is of another kind than was thought. One that touches a child comes to those who
    /// answer for the children's safety from then on.
    public Case retype(Case about, CaseType to, String by) {
        say(about, "The kind of case was changed: " + to.words(), by);
        var typed = about.typed(to);
        return cases.update(
                to == CaseType.ALLEGATION || to == CaseType.LOW_LEVEL_CONCERN
                        ? typed.graded(typed.severity(), typed.dueAt(), safeguarding(typed))
                        : typed);
    }

    private static Matter safeguarding(Case about) {
        var matter = about.matter();
        var routes = new HashSet<>(matter.routes());
        routes.add(Route.SAFEGUARDING);
        return new Matter(
                matter.subjectId(),
                matter.subjectRole(),
                matter.academyId(),
                routes,
                matter.targets());
    }

    /// The investigation is at its end.
    ///
    /// @param words how it ended, without content
    public Case conclude(Case about, UnderInvestigation state, String words, String by) {
        say(about, words, by);
        return ended(about, state.concluded(clock.instant()), true);
    }

    /// A closed investigation goes on.
    public Case reopen(Case about, Concluded state, String by) {
        say(about, "Opened again", by);
        return ended(about, state.reopened(clock.instant()), false);
    }

    private Case ended(Case about, CaseState to, boolean ended) {
        var after = cases.update(about.moved(to));
        events.publishEvent(
                new CaseEvent.Concluded(about.caseId(), ended, cases.posts(about.caseId())));
        return after;
    }

    private void say(Case about, String words, String by) {
        timeline.append(
                about.caseId(), new Entry(clock.instant(), Timeline.Kind.INVESTIGATED, words, by));
    }
}
