package org.handbell.cases.conflict;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.contract.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds which of those who might decide are named in a post that disparages, harasses or
/// impersonates somebody: they must not decide about it.
@Component
public class Targets {

    private static final Set<String> AIMED_AT_A_PERSON = Set.of("P2", "P3", "P5");
    private static final List<Role> AT_THE_ACADEMY =
            List.of(Role.HEAD, Role.DSL, Role.DEPUTY_DSL, Role.CHAIR);
    private static final List<Role> AT_THE_TRUST = List.of(Role.EXECUTIVE_HEAD, Role.CHAIR);

    private final People people;

    public Targets(People people) {
        this.people = people;
    }

    /// @param clauses the clauses that are claimed
    /// @param academyId the academy of the account; null for the trust's own
    /// @return person ids
    public Set<String> named(String text, Set<String> clauses, @Nullable String academyId) {
        if (Collections.disjoint(clauses, AIMED_AT_A_PERSON)) {
            return Set.of();
        }
        var tokens = KeyedHash.tokens(text);
        var named = new HashSet<String>();
        AT_THE_ACADEMY.forEach(role -> add(named, people.holding(role, academyId), tokens));
        AT_THE_TRUST.forEach(role -> add(named, people.holding(role, null), tokens));
        return Set.copyOf(named);
    }

    private static void add(Set<String> named, List<Person> holders, List<String> tokens) {
        holders.stream()
                .filter(person -> mentions(tokens, person))
                .map(Person::personId)
                .forEach(named::add);
    }

    private static boolean mentions(List<String> tokens, Person person) {
        var name = KeyedHash.tokens(person.name());
        if (name.isEmpty()) {
            return false;
        }
        return Collections.indexOfSubList(tokens, name) >= 0
                || (person.title() != null
                        && Collections.indexOfSubList(
                                        tokens,
                                        List.of(
                                                KeyedHash.canonical(person.title())
                                                        .replaceAll("[^\\p{L}]", ""),
                                                name.getLast()))
                                >= 0);
    }
}
