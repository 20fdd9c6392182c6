package org.handbell.cases.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.evidence.EvidenceLocker;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens when a person says that a post may show an illegal picture of a child: nothing but
/// where it is may be left here, and fewer people may come to it. There is no way back. Every other
/// case with one of the posts goes the same way.
@Component
public class WithholdCase {

    private final DeskCases desk;
    private final Cases cases;
    private final EvidenceLocker locker;
    private final Timeline timeline;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithholdCase(
            DeskCases desk,
            Cases cases,
            EvidenceLocker locker,
            Timeline timeline,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.locker = locker;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @return false where there is no such case for this person
    @Transactional
    public boolean withhold(String personId, String reference) {
        var found = desk.find(personId, reference);
        found.ifPresent(about -> withAllOfItsPosts(about, personId));
        return found.isPresent();
    }

    private void withAllOfItsPosts(Case first, String personId) {
        var now = clock.instant();
        var all = new LinkedHashMap<String, Case>();
        all.put(first.caseId(), first);
        cases.posts(first.caseId()).stream()
                .flatMap(post -> cases.ofPost(post).stream())
                .forEach(about -> all.putIfAbsent(about.caseId(), about));
        all.values().forEach(about -> reduce(about, personId, now));
        events.publishEvent(new CaseWithheld(first.caseId(), cases.posts(first.caseId())));
        all.values()
                .forEach(about ->
                        audit.append(personId, "case.withheld", DeskCases.subject(about), ""));
    }

    private void reduce(Case about, String personId, Instant now) {
        if (cases.reduceToPointer(about.caseId(), now)) {
            locker.pointerOnly(about.caseId());
            timeline.append(
                    about.caseId(),
                    new Entry(
                            now,
                            Timeline.Kind.ILLEGAL_PICTURE,
                            "This may be an illegal picture of a child. Only where it is was kept.",
                            personId));
        }
    }
}
