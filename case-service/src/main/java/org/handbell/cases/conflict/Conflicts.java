package org.handbell.cases.conflict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The only place that decides who may see and decide a case, and who is told of it. A subject
/// never hears of, reads, lists or opens their own case from here, whatever their role. Nothing is
/// remembered: each question is answered from the matter and the people as they stand.
@Component
public class Conflicts {

    private final People people;
    private final Relatives relatives;

    @Autowired
    public Conflicts(People people, Relatives relatives) {
        this.people = people;
        this.relatives = relatives;
    }

    /// Where nobody is family of anybody.
    public Conflicts(People people) {
        this(people, _ -> Set.of());
    }

    /// Whether a person may read and decide a case.
    public boolean mayDealWith(Person person, Matter matter) {
        return hasDuty(person, matter) && !conflicted(person, matter);
    }

    /// Whether a person who was asked to look into a case may: nobody whom it is about or aimed at,
    /// none of their family, and nobody where nothing is left of it but a pointer.
    public boolean mayLookInto(Person person, Matter matter) {
        return !matter.pointerOnly() && !conflicted(person, matter);
    }

    /// Whether the post was aimed at a person who would otherwise deal with the case, and nothing
    /// else keeps them from it. They may know that there is one, and nothing of what is in it.
    public boolean keptFromItAsTarget(Person person, Matter matter) {
        return matter.targets().contains(person.personId())
                && mayDealWith(person, matter.notAimedAt(person.personId()));
    }

    /// The only academy of which cases can come to a person; empty where those of all can. Lists
    /// are narrowed by it before each case is judged.
    public Optional<String> onlyAcademy(Person person) {
        return Optional.ofNullable(person.academyId());
    }

    /// Who is told, in order; those of one list together. Only people who can be reached and have
    /// no conflict; empty where nobody is left.
    public List<List<Person>> toldInOrder(Matter matter) {
        var order = regular(matter);
        var standIns = order.isEmpty() ? standIns(matter) : List.<Person>of();
        return standIns.isEmpty() ? order : List.of(standIns);
    }

    private boolean hasDuty(Person person, Matter matter) {
        return seats(matter).stream().flatMap(List::stream).anyMatch(s -> s.heldBy(person))
                || standIns(matter).stream().anyMatch(p -> p.personId().equals(person.personId()));
    }

    /// Where nothing is left but a pointer, only the first of those who would be told.
    private List<List<Seat>> seats(Matter matter) {
        var all = Seats.of(matter);
        return matter.pointerOnly()
                ? all.stream()
                        .filter(together -> !holders(together, matter).isEmpty())
                        .limit(1)
                        .toList()
                : all;
    }

    private List<List<Person>> regular(Matter matter) {
        var order = new ArrayList<List<Person>>();
        var known = new HashSet<Person>();
        for (var together : seats(matter)) {
            var told = holders(together, matter).stream().filter(known::add).toList();
            if (!told.isEmpty()) {
                order.add(told);
            }
        }
        return List.copyOf(order);
    }

    private List<Person> standIns(Matter matter) {
        return regular(matter).isEmpty() ? holders(Seats.standIns(matter), matter) : List.of();
    }

    private List<Person> holders(List<Seat> seats, Matter matter) {
        return seats.stream()
                .flatMap(seat -> people.holding(seat.role(), seat.academyId()).stream())
                .filter(person -> hasAddress(person) && !conflicted(person, matter))
                .distinct()
                .toList();
    }

    private static boolean hasAddress(Person person) {
        return person.email() != null && !person.email().isBlank();
    }

    private boolean conflicted(Person person, Matter matter) {
        return matter.targets().contains(person.personId()) || barred(person, matter);
    }

    /// The subject, who reads the subject's mailbox, and the subject's family.
    private boolean barred(Person person, Matter matter) {
        return person.personId().equals(matter.subjectId())
                || sharesMailbox(person, matter)
                || relatives.of(matter.subjectId()).contains(person.personId());
    }

    private boolean sharesMailbox(Person person, Matter matter) {
        return person.email() != null
                && people.byId(matter.subjectId())
                        .map(Person::email)
                        .filter(person.email()::equalsIgnoreCase)
                        .isPresent();
    }
}
