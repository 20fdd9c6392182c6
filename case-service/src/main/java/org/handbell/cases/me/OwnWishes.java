package org.handbell.cases.me;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Preference;
import org.handbell.cases.people.Preferences;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person sets about themselves.
@Component
class OwnWishes {

    private final Preferences preferences;
    private final People people;
    private final AuditLog audit;

    OwnWishes(Preferences preferences, People people, AuditLog audit) {
        this.preferences = preferences;
        this.people = people;
        this.audit = audit;
    }

    /// Of the absences only the person's own, as only that can be changed here.
    Preference of(SignedIn person) {
        var now = preferences.of(person.personId());
        var own = preferences.own(person.personId()).map(Preference::absences).orElse(List.of());
        return new Preference(now.phone(), now.digestHour(), now.channels(), own);
    }

    @Transactional
    void set(SignedIn person, Preference preference) {
        preferences.set(person.personId(), preference);
        audit.append(
                person.personId(),
                "preference.set",
                "person:" + person.personId(),
                preference.absences().isEmpty() ? "" : preference.absences().getFirst().toString());
    }

    /// Those to whom cases can come, at the same academy or at the trust.
    List<Person> standIns(SignedIn person) {
        return Stream.of(Role.values())
                .filter(Role::decides)
                .flatMap(role -> people.holding(role).stream())
                .filter(other -> !other.personId().equals(person.personId()))
                .filter(other ->
                        other.academyId() == null
                                || person.academyId() == null
                                || Objects.equals(other.academyId(), person.academyId()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
