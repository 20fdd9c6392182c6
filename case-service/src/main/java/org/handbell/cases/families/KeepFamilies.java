package org.handbell.cases.families;

import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.conflict.FamilyTies;
import org.handbell.cases.conflict.FamilyTies.Tie;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes family ties. A head notes them where one of the two belongs to their academy, those of the
/// trust anywhere.
@Component
class KeepFamilies {

    private final FamilyTies ties;
    private final People people;
    private final AuditLog audit;

    KeepFamilies(FamilyTies ties, People people, AuditLog audit) {
        this.ties = ties;
        this.people = people;
        this.audit = audit;
    }

    /// Two people who are family.
    record Family(Person one, Person other) {}

    /// What came of it.
    enum Outcome {
        DONE,
        THERE_ALREADY,
        SAME_PERSON,
        UNKNOWN
    }

    @Transactional
    public List<Family> seenBy(SignedIn head) {
        var seen =
                ties.all().stream()
                        .flatMap(tie -> family(tie.one(), tie.other()).stream())
                        .filter(family -> keeps(head, family))
                        .toList();
        audit.append(head.personId(), "families.read", "families", seen.size() + " ties");
        return seen;
    }

    @Transactional
    public Outcome add(SignedIn head, String one, String other) {
        if (one.equals(other)) {
            return Outcome.SAME_PERSON;
        }
        if (kept(head, one, other).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var tie = Tie.between(one, other);
        if (!ties.add(tie)) {
            return Outcome.THERE_ALREADY;
        }
        written(head, "family.noted", tie);
        return Outcome.DONE;
    }

    @Transactional
    public Outcome remove(SignedIn head, String one, String other) {
        if (one.equals(other) || kept(head, one, other).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var tie = Tie.between(one, other);
        if (!ties.remove(tie)) {
            return Outcome.UNKNOWN;
        }
        written(head, "family.removed", tie);
        return Outcome.DONE;
    }

    private void written(SignedIn head, String action, Tie tie) {
        audit.append(head.personId(), action, "person:" + tie.one(), "with person:" + tie.other());
    }

    private Optional<Family> kept(SignedIn head, String one, String other) {
        return family(one, other).filter(family -> keeps(head, family));
    }

    private Optional<Family> family(String one, String other) {
        return people.byId(one)
                .flatMap(first -> people.byId(other).map(second -> new Family(first, second)));
    }

    /// Nobody loosens a tie of their own.
    private static boolean keeps(SignedIn head, Family family) {
        var both = List.of(family.one(), family.other());
        return both.stream().noneMatch(p -> p.personId().equals(head.personId()))
                && (head.role() == Role.EXECUTIVE_HEAD
                        || both.stream()
                                .anyMatch(p ->
                                        head.academyId() != null
                                                && head.academyId().equals(p.academyId())));
    }
}
