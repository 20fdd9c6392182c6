package org.handbell.cases.conflict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.people.Person;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;

/// Turns the order in which people are told into a ladder with waits. Who is away is passed over;
/// whom they named takes the place, as far as the rules of conflict let them. Computed anew each
/// time somebody is to be told.
@Component
public class Ladders {

    private final Conflicts conflicts;
    private final Attendance attendance;
    private final Waits waits;

    Ladders(Conflicts conflicts, Attendance attendance, Waits waits) {
        this.conflicts = conflicts;
        this.attendance = attendance;
        this.waits = waits;
    }

    /// The ladder for a matter of this severity; empty where nobody can be told.
    public List<Rung> of(Matter matter, Severity severity) {
        var rungs = new ArrayList<Rung>();
        var told = new HashSet<String>();
        var soFar = Duration.ZERO;
        for (var together : conflicts.toldInOrder(matter)) {
            var there =
                    together.stream()
                            .flatMap(person -> inPlaceOf(person, matter).stream())
                            .filter(person -> told.add(person.personId()))
                            .toList();
            if (there.isEmpty()) {
                continue;
            }
            var wait = rungs.isEmpty() ? Duration.ZERO : waits.next(severity, soFar);
            soFar = soFar.plus(wait);
            for (var person : there) {
                add(rungs, person, severity, wait);
                wait = Duration.ZERO;
            }
        }
        return List.copyOf(rungs);
    }

    private Optional<Person> inPlaceOf(Person person, Matter matter) {
        return attendance.inPlaceOf(
                person,
                candidate -> candidate.email() != null && conflicts.mayDealWith(candidate, matter));
    }

    private void add(List<Rung> rungs, Person person, Severity severity, Duration wait) {
        var first = wait;
        for (var channel : attendance.channels(person, severity)) {
            rungs.add(new Rung(person.personId(), channel, first));
            first = Duration.ZERO;
        }
    }
}
