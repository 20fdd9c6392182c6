package org.handbell.cases.casefile;

import java.time.Clock;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Timeline.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A named person takes a case, so that nobody further is told. Looking at it is not taking it.
@Component
public class AcknowledgeCase {

    private final DeskCases desk;
    private final Cases cases;
    private final Timeline timeline;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcknowledgeCase(
            DeskCases desk,
            Cases cases,
            Timeline timeline,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The case; where somebody has taken it already, or it has ended, it stays as it is. Empty
    /// where there is none for this person.
    @Transactional
    public Optional<Case> acknowledge(String personId, String reference) {
        return desk.find(personId, reference)
                .map(found ->
                        found.acknowledgement() != null || found.state().ended()
                                ? found
                                : take(found, personId));
    }

    private Case take(Case found, String personId) {
        var at = clock.instant();
        var taken = cases.update(found.acknowledged(personId, at));
        timeline.append(
                found.caseId(), new Entry(at, Timeline.Kind.ACKNOWLEDGED, "Taken on", personId));
        audit.append(personId, "case.acknowledged", DeskCases.subject(found), "");
        events.publishEvent(new CaseEvent.Acknowledged(found.caseId(), personId, at));
        return taken;
    }
}
