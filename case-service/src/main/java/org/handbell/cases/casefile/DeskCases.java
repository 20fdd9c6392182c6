package org.handbell.cases.casefile;

import java.time.Clock;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The only way from a person to one case: whoever may not see it finds nothing, and each look is
/// written down. The way to many is [DeskLists].
@Component
public class DeskCases {

    private final Cases cases;
    private final People people;
    private final Conflicts conflicts;
    private final AuditLog audit;
    private final CaseMetrics metrics;
    private final Clock clock;

    DeskCases(
            Cases cases,
            People people,
            Conflicts conflicts,
            AuditLog audit,
            CaseMetrics metrics,
            Clock clock) {
        this.cases = cases;
        this.people = people;
        this.conflicts = conflicts;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// A case, where this person may see it.
    @Transactional
    public Optional<Case> read(String personId, String reference) {
        var found = find(personId, reference);
        found.ifPresent(c -> looked(personId, c));
        return found;
    }

    private void looked(String personId, Case at) {
        var now = clock.instant();
        if (cases.looked(at.caseId(), now)) {
            metrics.firstLook(at, now);
        }
        people.byId(personId).map(Person::role).ifPresent(metrics::read);
        audit.append(personId, "case.read", subject(at), "");
    }

    /// As {@link #read}, for a change that writes its own audit entry.
    Optional<Case> find(String personId, String reference) {
        return CaseNumber.parse(reference)
                .flatMap(cases::byNumber)
                .filter(c -> mayDealWith(people.byId(personId), c));
    }

    private boolean mayDealWith(Optional<Person> person, Case about) {
        return person.isPresent() && conflicts.mayDealWith(person.get(), about.matter());
    }

    static String subject(Case about) {
        return "case:" + about.number();
    }
}
