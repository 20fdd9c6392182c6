package org.handbell.analysis.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// All packs that are installed; a post is judged by the one in force on the day it was posted.
public final class PolicyPacks {

    private final List<PolicyPack> oldestFirst;

    public PolicyPacks(List<PolicyPack> packs) {
        if (packs.isEmpty()) {
            throw new InvalidPackException("policy", 0, "pack", "no policy pack is installed");
        }
        oldestFirst = packs.stream().sorted(Comparator.comparing(PolicyPack::inForceFrom)).toList();
    }

    public List<PolicyPack> all() {
        return oldestFirst;
    }

    /// Whether any of the packs has such a clause.
    public boolean knows(String clause) {
        return oldestFirst.stream().anyMatch(pack -> pack.clauses().containsKey(clause));
    }

    /// The pack of that id.
    ///
    /// @throws IllegalArgumentException where there is none
    public PolicyPack pack(String id) {
        return oldestFirst.stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pack " + id));
    }

    /// The pack in force on a day; the latest, where the day is before the first.
    public PolicyPack on(LocalDate day) {
        return oldestFirst.stream()
                .filter(pack -> !pack.inForceFrom().isAfter(day))
                .reduce((first, second) -> second)
                .orElse(oldestFirst.getLast());
    }
}
