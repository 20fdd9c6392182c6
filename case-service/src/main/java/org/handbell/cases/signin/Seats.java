package org.handbell.cases.signin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.springframework.stereotype.Component;

/// The seats at the desk of an invented school that anybody may take in one click.
@Component
class Seats {

    private final People people;
    private final GroupCreators groupCreators;

    Seats(People people, GroupCreators groupCreators) {
        this.people = people;
        this.groupCreators = groupCreators;
    }

    /// One of each part that there is to play.
    List<Seat> all() {
        var creator = groupCreators.anyone().flatMap(people::byId);
        return Stream.of(
                        seat("Designated safeguarding lead", first(Role.DSL)),
                        seat("Head of School", first(Role.HEAD)),
                        seat("Creator of a group", creator),
                        seat("Teacher", teacher(creator)),
                        seat("Operator", first(Role.OPERATOR)))
                .flatMap(Function.identity())
                .toList();
    }

    private Optional<Person> first(Role role) {
        return people.holding(role).stream().findFirst();
    }

    private Optional<Person> teacher(Optional<Person> other) {
        return people.holding(Role.TEACHER).stream()
                .filter(person -> !other.equals(Optional.of(person)))
                .findFirst();
    }

    private static Stream<Seat> seat(String part, Optional<Person> person) {
        return person.stream().map(p -> new Seat(part, p.personId(), p.name()));
    }

    /// @param part whose view it gives, in words
    record Seat(String part, String personId, String name) {}
}
