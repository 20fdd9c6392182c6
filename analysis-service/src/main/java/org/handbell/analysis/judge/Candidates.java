package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.text.PostText;
import org.jspecify.annotations.Nullable;

/// The rules of a pack by the families that make them look.
final class Candidates {

    static final Candidates NONE = new Candidates(List.of());

    private final List<Rule> rules;

    /// For each family the numbers of the rules that wait for it.
    private final Map<String, int[]> byFamily = new HashMap<>();

    Candidates(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        var waiting = new HashMap<String, BitSet>();
        for (var number = 0; number < rules.size(); number++) {
            for (var family : rules.get(number).when()) {
                waiting.computeIfAbsent(family, any -> new BitSet()).set(number);
            }
        }
        waiting.forEach((family, numbers) -> byFamily.put(family, numbers.stream().toArray()));
    }

    /// A rule, and the sentences in which it has something to look at, in the order of the hits.
    record Candidate(Rule rule, Collection<Place> places) {}

    /// Rules that wait for any of some hits, in the order of the pack. Each hit is asked who waits
    /// for it, rather than each rule which of the hits it waits for: most wait for none.
    ///
    /// @param hits in the order of the post
    List<Candidate> of(List<Hit> hits) {
        @Nullable Candidate[] found = new Candidate[rules.size()];
        var place = new Place("", 0);
        for (var hit : hits) {
            var waiting = byFamily.get(hit.family());
            if (waiting != null) {
                place = place.at(hit) ? place : new Place(hit.field(), hit.sentence());
                add(place, waiting, found);
            }
        }
        var candidates = new ArrayList<Candidate>();
        for (var candidate : found) {
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private void add(Place place, int[] waiting, @Nullable Candidate[] found) {
        var kind = PostText.kind(place.field());
        for (var number : waiting) {
            var rule = rules.get(number);
            if (rule.reads(kind)) {
                var candidate = found[number];
                if (candidate == null) {
                    candidate = new Candidate(rule, new LinkedHashSet<>(4));
                    found[number] = candidate;
                }
                candidate.places().add(place);
            }
        }
    }
}
