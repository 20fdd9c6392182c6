package org.handbell.cases.register;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.People;
import org.handbell.cases.people.People.Academy;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who can hold an account: those of its academy and those of the trust itself, of the trust's own
/// accounts everybody; but nobody who only looks after the system.
@Component
class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /// To choose from, by name.
    List<Option> of(@Nullable String academyId, String except) {
        var its =
                academyId == null
                        ? people.academies().stream().map(Academy::academyId)
                        : Stream.of(academyId);
        return Stream.concat(with(null), its.flatMap(this::with))
                .filter(person -> !person.personId().equals(except))
                .sorted(Comparator.comparing(Person::name))
                .map(person -> new Option(person.personId(), person.name()))
                .toList();
    }

    /// A person by what a form sent, where they can hold an account of this academy.
    Optional<Person> chosen(String personId, @Nullable String academyId) {
        return people.byId(personId)
                .filter(person -> !person.role().oversees())
                .filter(person ->
                        academyId == null
                                || person.academyId() == null
                                || Objects.equals(person.academyId(), academyId));
    }

    /// The name of a person, or their id once they left.
    String name(String personId) {
        return people.byId(personId).map(Person::name).orElse(personId);
    }

    private Stream<Person> with(@Nullable String academyId) {
        return Arrays.stream(Role.values())
                .filter(role -> !role.oversees())
                .flatMap(role -> people.holding(role, academyId).stream());
    }
}
