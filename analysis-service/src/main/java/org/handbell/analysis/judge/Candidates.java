package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.policy.Rule;

/// The rules of a pack by the families that make them look.
final class Candidates {

    static final Candidates NONE = new Candidates(List.of());

    private final List<Rule> rules;
    private final Map<String, BitSet> byFamily = new HashMap<>();

    Candidates(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (var number = 0; number < rules.size(); number++) {
            for (var family : rules.get(number).when()) {
                byFamily.computeIfAbsent(family, any -> new BitSet()).set(number);
            }
        }
    }

    /// Rules that wait for any of some families, in the order of the pack.
    List<Rule> of(Set<String> families) {
        var numbers = new BitSet(rules.size());
        for (var family : families) {
            var waiting = byFamily.get(family);
            if (waiting != null) {
                numbers.or(waiting);
            }
        }
        var candidates = new ArrayList<Rule>(numbers.cardinality());
        numbers.stream().forEach(number -> candidates.add(rules.get(number)));
        return candidates;
    }
}
