package org.handbell.cases.register;

import java.util.Objects;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;

/// Who has a say on an account: the Head of its academy or the Executive Head, and never who holds
/// or co-owns it. On an account of the Executive Head, the chair of the trust.
@Component
class Say {

    private final People people;

    Say(People people) {
        this.people = people;
    }

    boolean decides(SignedIn person, Entry entry) {
        return !entry.owners().include(person.personId()) && seated(person, entry);
    }

    /// Whether what people wrote about the account is for this person: whoever decides, who holds
    /// it, and the data protection officer.
    boolean readsWords(SignedIn person, Entry entry) {
        return decides(person, entry)
                || entry.owners().include(person.personId())
                || person.role() == Role.AUDITOR;
    }

    /// Whether the reasons of a check are for this person. Who holds the account learns that it
    /// runs, and of which kind.
    boolean readsChecks(SignedIn person, Entry entry) {
        return !entry.owners().include(person.personId()) && readsWords(person, entry);
    }

    private boolean seated(SignedIn person, Entry entry) {
        return switch (person.role()) {
            case EXECUTIVE_HEAD -> true;
            case HEAD ->
                    person.academyId() != null
                            && person.academyId().equals(entry.site().academyId());
            case CHAIR -> person.academyId() == null && heldByExecutiveHead(entry);
            default -> false;
        };
    }

    private boolean heldByExecutiveHead(Entry entry) {
        return people.byId(entry.owners().holderId())
                .map(Person::role)
                .filter(role -> Objects.equals(role, Role.EXECUTIVE_HEAD))
                .isPresent();
    }
}
