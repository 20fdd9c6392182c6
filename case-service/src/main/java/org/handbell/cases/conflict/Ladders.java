package org.handbell.cases.conflict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;

/// Turns the order in which people are told into a ladder with waits.
@Component
public class Ladders {

    private final Conflicts conflicts;
    private final LadderSettings settings;

    public Ladders(Conflicts conflicts, LadderSettings settings) {
        this.conflicts = conflicts;
        this.settings = settings;
    }

    /// The ladder for a matter of this severity; empty where nobody can be told.
    public List<Rung> of(Matter matter, Severity severity) {
        var rungs = new ArrayList<Rung>();
        for (var together : conflicts.toldInOrder(matter)) {
            var wait = rungs.isEmpty() ? Duration.ZERO : settings.wait(severity);
            for (var person : together) {
                rungs.add(new Rung(person.personId(), Channel.EMAIL, wait));
                wait = Duration.ZERO;
            }
        }
        return List.copyOf(rungs);
    }
}
