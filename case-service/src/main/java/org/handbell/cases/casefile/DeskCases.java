package org.handbell.cases.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The only way from a person to a case: whoever may not see one finds nothing, and each look is
/// written down.
@Component
public class DeskCases {

    /// Most cases listed at once.
    static final int MOST_LISTED = 1_000;

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

    /// The cases under way that this person may see, gravest and most urgent first.
    @Transactional
    public List<Case> queue(String personId) {
        var person = people.byId(personId);
        var seen =
                person.isEmpty()
                        ? List.<Case>of()
                        : cases.underWay(MOST_LISTED).stream()
                                .filter(c -> conflicts.mayDealWith(person.get(), c.matter()))
                                .toList();
        audit.append(personId, "queue.read", "queue", seen.size() + " cases");
        return seen;
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
