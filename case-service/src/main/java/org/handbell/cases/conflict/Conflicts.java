package org.handbell.cases.conflict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;

/// The only place that decides who may see and decide a case, and who is told of it. A subject
/// never hears of, reads, lists or opens their own case from here, whatever their role.
@Component
public class Conflicts {

    private final People people;

    public Conflicts(People people) {
        this.people = people;
    }

    /// Whether a person may read and decide a case.
    public boolean mayDealWith(Person person, Matter matter) {
        if (conflicted(person, matter)) {
            return false;
        }
        return Seats.of(matter).stream().flatMap(List::stream).anyMatch(s -> s.heldBy(person))
                || standIns(matter).stream().anyMatch(p -> p.personId().equals(person.personId()));
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

    private List<List<Person>> regular(Matter matter) {
        var order = new ArrayList<List<Person>>();
        var known = new HashSet<Person>();
        for (var together : Seats.of(matter)) {
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

    /// The subject, whoever the post was aimed at, and whoever reads the subject's mailbox.
    private boolean conflicted(Person person, Matter matter) {
        return person.personId().equals(matter.subjectId())
                || matter.targets().contains(person.personId())
                || sharesMailbox(person, matter);
    }

    private boolean sharesMailbox(Person person, Matter matter) {
        return person.email() != null
                && people.byId(matter.subjectId())
                        .map(Person::email)
                        .filter(person.email()::equalsIgnoreCase)
                        .isPresent();
    }
}
