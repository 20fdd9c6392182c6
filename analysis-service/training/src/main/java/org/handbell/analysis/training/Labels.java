package org.handbell.analysis.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is learned, and how a labelled post becomes targets.
final class Labels {

    static final List<String> CLAUSES =
            List.of(
                    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "E2", "E3", "E4", "E5",
                    "E7", "E8", "E9", "E10", "E11", "C1", "C2", "C3", "C4", "S1", "S2", "S3", "G1");

    static final List<String> FACETS =
            List.of(
                    "about:pupils",
                    "about:school",
                    "about:colleague",
                    "about:supplier",
                    "about:self",
                    "about:family",
                    "about:public",
                    "stance:positive",
                    "stance:negative",
                    "act:asserts",
                    "act:reports",
                    "act:quotes",
                    "act:condemns",
                    "act:jokes",
                    "act:asks",
                    "act:promises",
                    "act:fiction",
                    "act:hypothetical",
                    "act:refuses",
                    "to:pupil",
                    "to:parent",
                    "to:colleague",
                    "to:public");

    /// Those that the public data know, and their names there.
    static final Map<String, String> PUBLIC =
            Map.of(
                    "hate", "hate",
                    "offence", "offensive",
                    "insult", "insult",
                    "threat", "threat",
                    "sexual", "sexual");

    static final List<String> GRAVITY =
            List.of(
                    "sev:low",
                    "sev:medium",
                    "sev:high",
                    "sev:critical",
                    "route:safeguarding",
                    "route:police",
                    "route:dignity-at-work",
                    "route:disciplinary");

    /// The labels of the encoder's heads, in order.
    static final List<String> ENCODER = joined(CLAUSES, FACETS, sorted(PUBLIC.keySet()), GRAVITY);

    /// The labels of the n-grams, in order.
    static final List<String> GRAMS = joined(CLAUSES, sorted(PUBLIC.keySet()), List.of("any"));

    /// What text that hates or insults may breach besides, so that public data cannot deny it.
    private static final Set<String> NEAR_ABUSE = Set.of("P1", "P2", "P3", "E4", "E7", "E9", "E10");

    private static final float FACET_WEIGHT = 0.2f;
    private static final float GRAVITY_WEIGHT = 0.3f;
    private static final float PUBLIC_WEIGHT = 0.5f;

    private Labels() {}

    /// Targets for some labels: what should be said, and how much it matters; a weight of 0 masks.
    record Targets(float[] wanted, float[] weight) {

        static Targets none(int size) {
            return new Targets(new float[size], new float[size]);
        }

        void set(int at, boolean on, float weighs) {
            wanted[at] = on ? 1 : 0;
            weight[at] = weighs;
        }
    }

    /// A post of the corpus: clauses that are only allowed are masked.
    static Targets ofPost(Judged judged) {
        var targets = Targets.none(ENCODER.size());
        clauses(judged, targets);
        for (var facet : FACETS) {
            targets.set(at(facet), judged.facets().contains(facet), FACET_WEIGHT);
        }
        if (!judged.expected().isEmpty()) {
            for (var one : GRAVITY) {
                targets.set(at(one), judged.gravity().contains(one), GRAVITY_WEIGHT);
            }
        }
        return targets;
    }

    private static void clauses(Judged judged, Targets targets) {
        for (var clause : CLAUSES) {
            var expected = judged.expected().contains(clause);
            var masked = !expected && judged.allowed().contains(clause);
            targets.set(at(clause), expected, masked ? 0 : 1);
        }
    }

    /// A text of the public data: an innocent one breaches nothing; one that hates is P3.
    static Targets ofPublic(Map<String, Integer> labels) {
        var targets = Targets.none(ENCODER.size());
        PUBLIC.forEach((ours, theirs) -> {
            var value = labels.get(theirs);
            if (value != null) {
                targets.set(at(ours), value == 1, PUBLIC_WEIGHT);
            }
        });
        var hate = labels.get("hate");
        if (hate == null) {
            return targets;
        }
        var abuse = labels.containsValue(1);
        for (var clause : CLAUSES) {
            if (!abuse || !NEAR_ABUSE.contains(clause)) {
                targets.set(at(clause), false, 1);
            }
        }
        if (hate == 1) {
            targets.set(at("P3"), true, 1);
            if (labels.getOrDefault("offensive", 0) == 1) {
                targets.set(at("E9"), true, 1);
            }
        }
        return targets;
    }

    /// The targets of the n-grams, out of those of the encoder.
    static Targets ofGrams(Targets encoder) {
        var targets = Targets.none(GRAMS.size());
        var any = false;
        var known = false;
        for (var i = 0; i < GRAMS.size() - 1; i++) {
            var from = at(GRAMS.get(i));
            targets.set(i, encoder.wanted()[from] > 0, encoder.weight()[from] > 0 ? 1 : 0);
            any |= encoder.wanted()[from] > 0;
            known |= encoder.weight()[from] > 0;
        }
        targets.set(GRAMS.size() - 1, any, known ? 1 : 0);
        return targets;
    }

    static int at(String label) {
        return ENCODER.indexOf(label);
    }

    /// How people labelled a post of the corpus.
    ///
    /// @param facets as `act:jokes`
    /// @param gravity as `sev:high`, `route:police`
    record Judged(
            Set<String> expected, Set<String> allowed, Set<String> facets, Set<String> gravity) {}

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        var all = new ArrayList<String>();
        List.of(lists).forEach(all::addAll);
        return List.copyOf(all);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
