package org.handbell.cases.casefile;

import java.time.ZoneId;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;

/// What pages call the people and the school of a case.
@Component
public class CaseNames {

    private final People people;
    private final ZoneId zone;

    CaseNames(People people, DueSettings settings) {
        this.people = people;
        this.zone = settings.zone();
    }

    public String school(Case about) {
        var academyId = about.matter().academyId();
        return academyId == null
                ? people.trustName()
                : people.academy(academyId).map(People.Academy::name).orElseGet(people::trustName);
    }

    public String person(String personId) {
        return people.byId(personId).map(Person::name).orElse("somebody who left");
    }

    /// Who has a card before them, by their role and without their name, in a sentence.
    public String looking(CardLocks.Lock lock) {
        var who =
                people.byId(lock.heldBy())
                        .map(person -> Words.role(person.role()))
                        .orElse("a colleague");
        return "%s is looking at this, since %s."
                .formatted(Words.sentence(who), Words.clock(lock.since(), zone));
    }
}
