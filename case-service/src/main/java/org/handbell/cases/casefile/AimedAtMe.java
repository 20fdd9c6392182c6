package org.handbell.cases.casefile;

import java.util.List;
import java.util.stream.Collectors;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells a person who would otherwise deal with a case that a post was aimed at them: that there is
/// one, and who deals with it. Nothing else.
@Component
class AimedAtMe {

    static final int MOST_LISTED = 200;

    private final Cases cases;
    private final People people;
    private final Conflicts conflicts;
    private final AuditLog audit;

    AimedAtMe(Cases cases, People people, Conflicts conflicts, AuditLog audit) {
        this.cases = cases;
        this.people = people;
        this.conflicts = conflicts;
        this.audit = audit;
    }

    /// A case they are kept from.
    ///
    /// @param dealtWithBy roles, in words; empty where nobody is left
    record Notice(Case about, String dealtWithBy) {}

    /// Cases under way, at most {@value #MOST_LISTED} looked through.
    @Transactional
    public List<Notice> of(String personId) {
        var notices = people.byId(personId).map(this::notices).orElseGet(List::<Notice>of);
        audit.append(personId, "aimed-at-me.read", "person:" + personId, notices.size() + " cases");
        return notices;
    }

    private List<Notice> notices(Person person) {
        return cases.underWayAimedAt(person.personId(), MOST_LISTED).stream()
                .filter(about -> conflicts.keptFromItAsTarget(person, about.matter()))
                .map(about -> new Notice(about, dealtWithBy(about)))
                .toList();
    }

    private String dealtWithBy(Case about) {
        return conflicts.toldInOrder(about.matter()).stream()
                .limit(1)
                .flatMap(List::stream)
                .map(Person::role)
                .distinct()
                .map(Words::role)
                .collect(Collectors.joining(" and "));
    }
}
