package org.handbell.analysis.analyse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which clauses that are off in a new trust are judged, beside those that the register switches
/// on. A register that is handed in says nothing of E6 and has the hours to judge it by, so it is
/// on unless switched off.
public record Switched(Set<String> on, Set<String> off) {

    /// As `./handbell analyse` has it where nothing else is said.
    public static final Switched USUAL = new Switched(Set.of("E6"), Set.of());

    public Switched {
        on = Set.copyOf(on);
        off = Set.copyOf(off);
    }

    /// Every clause that is named.
    public Set<String> all() {
        var all = new LinkedHashSet<>(on);
        all.addAll(off);
        return all;
    }

    List<String> over(List<String> register) {
        var all = new LinkedHashSet<>(register);
        all.addAll(on);
        all.removeAll(off);
        return List.copyOf(all);
    }
}
