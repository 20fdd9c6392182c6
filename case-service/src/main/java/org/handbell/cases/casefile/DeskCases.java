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
    private final Nominated nominated;
    private final AuditLog audit;
    private final CaseMetrics metrics;
    private final Clock clock;

    DeskCases(
            Cases cases,
            People people,
            Conflicts conflicts,
            Nominated nominated,
            AuditLog audit,
            CaseMetrics metrics,
            Clock clock) {
        this.cases = cases;
        this.people = people;
        this.conflicts = conflicts;
        this.nominated = nominated;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// How a person has to do with a case.
    public enum Part {
        /// It comes to them by their role.
        DEALS,
        /// They were nominated to look into it, and decide nothing.
        INVESTIGATES
    }

    /// A case that a person may see.
    public record Seen(Case about, Person by, Part part) {

        public boolean deals() {
            return part == Part.DEALS;
        }
    }

    /// A case, where this person may see it.
    @Transactional
    public Optional<Case> read(String personId, String reference) {
        var found = seen(personId, reference).map(Seen::about);
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

    /// A case, where it comes to this person by their role, for a change that writes its own audit
    /// entry. Who was only nominated changes nothing by this way.
    Optional<Case> find(String personId, String reference) {
        return seen(personId, reference).filter(Seen::deals).map(Seen::about);
    }

    /// A case, where this person may see it, for pages that write their own audit entry.
    @Transactional(readOnly = true)
    public Optional<Seen> seen(String personId, String reference) {
        return people.byId(personId)
                .flatMap(person ->
                        CaseNumber.parse(reference)
                                .flatMap(cases::byNumber)
                                .flatMap(c -> part(person, c).map(p -> new Seen(c, person, p))));
    }

    private Optional<Part> part(Person person, Case about) {
        if (conflicts.mayDealWith(person, about.matter())) {
            return Optional.of(Part.DEALS);
        }
        return conflicts.mayLookInto(person, about.matter())
                        && nominated.now(about.caseId(), person.personId())
                ? Optional.of(Part.INVESTIGATES)
                : Optional.empty();
    }

    /// How the audit names a case.
    public static String subject(Case about) {
        return "case:" + about.number();
    }
}
