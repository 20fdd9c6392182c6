package org.handbell.cases.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.jspecify.annotations.Nullable;

/// A random trust and a case in it, made from a number.
final class Cast implements People, Relatives {

    private static final int SCHOOLS = 3;
    private static final int MOST_PEOPLE = 24;
    private static final double ALONE = 0.15;
    private static final double RARELY = 0.12;

    private final Random chance;
    private final Map<String, Person> everybody = new HashMap<>();
    private final Map<String, Set<String>> family = new HashMap<>();
    private final Matter matter;

    private Cast(long number) {
        chance = new Random(number);
        var people = 1 + chance.nextInt(MOST_PEOPLE);
        for (var i = 0; i < people; i++) {
            var person = person("p" + i);
            everybody.put(person.personId(), person);
        }
        for (var i = 0; i < people / 4; i++) {
            relate(anybody(), anybody());
        }
        matter = anyMatter();
    }

    static Cast of(long number) {
        return new Cast(number);
    }

    Conflicts conflicts() {
        return new Conflicts(this, this);
    }

    Matter matter() {
        return matter;
    }

    List<Person> everybody() {
        return List.copyOf(everybody.values());
    }

    /// Said here in other words than in the rules themselves.
    boolean hasAConflict(Person person) {
        return isBarred(person) || matter.targets().contains(person.personId());
    }

    boolean isBarred(Person person) {
        var subject = everybody.get(matter.subjectId());
        var sameMailbox =
                subject != null
                        && subject.email() != null
                        && person.email() != null
                        && subject.email().equalsIgnoreCase(person.email());
        return person.personId().equals(matter.subjectId())
                || sameMailbox
                || of(person.personId()).contains(matter.subjectId());
    }

    Matter aimedAt(Person person) {
        var targets = new HashSet<>(matter.targets());
        targets.add(person.personId());
        return new Matter(
                matter.subjectId(),
                matter.subjectRole(),
                matter.academyId(),
                matter.routes(),
                targets,
                matter.pointerOnly());
    }

    Matter reducedToPointer() {
        return new Matter(
                matter.subjectId(),
                matter.subjectRole(),
                matter.academyId(),
                matter.routes(),
                matter.targets(),
                true);
    }

    private Person person(String id) {
        var role = Role.values()[chance.nextInt(Role.values().length)];
        return new Person(id, "Invented " + id, null, role, place(), address(id));
    }

    private @Nullable String place() {
        var place = chance.nextInt(SCHOOLS + 1);
        return place == SCHOOLS ? null : "ac-" + place;
    }

    private @Nullable String address(String id) {
        if (chance.nextDouble() < ALONE) {
            return chance.nextBoolean() ? null : " ";
        }
        return chance.nextDouble() < RARELY ? "Office@school.example" : id + "@school.example";
    }

    private void relate(Person one, Person other) {
        if (!one.equals(other)) {
            family.computeIfAbsent(one.personId(), _ -> new HashSet<>()).add(other.personId());
            family.computeIfAbsent(other.personId(), _ -> new HashSet<>()).add(one.personId());
        }
    }

    /// Now and then about somebody who left.
    private Matter anyMatter() {
        var subject = anybody();
        var id = chance.nextDouble() < RARELY ? "who left" : subject.personId();
        var targets = new HashSet<String>();
        for (var i = chance.nextInt(4); i > 0; i--) {
            targets.add(anybody().personId());
        }
        var routes = chance.nextBoolean() ? Set.of(Route.SAFEGUARDING) : Set.of(Route.DISCIPLINARY);
        return new Matter(
                id,
                subject.role(),
                subject.academyId(),
                routes,
                targets,
                chance.nextDouble() < RARELY);
    }

    private Person anybody() {
        var all = new ArrayList<>(everybody.values());
        return all.get(chance.nextInt(all.size()));
    }

    @Override
    public Set<String> of(String personId) {
        return family.getOrDefault(personId, Set.of());
    }

    @Override
    public Optional<Person> byId(String personId) {
        return Optional.ofNullable(everybody.get(personId));
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return everybody.values().stream().filter(p -> email.equals(p.email())).findFirst();
    }

    @Override
    public List<Person> holding(Role role) {
        return everybody.values().stream().filter(p -> p.role() == role).toList();
    }

    @Override
    public List<Person> holding(Role role, @Nullable String academyId) {
        return holding(role).stream()
                .filter(p -> Objects.equals(p.academyId(), academyId))
                .toList();
    }

    @Override
    public Optional<Academy> academy(String academyId) {
        return Optional.empty();
    }

    @Override
    public List<Academy> academies() {
        return List.of();
    }

    @Override
    public String trustName() {
        return "Any trust";
    }
}
