package org.handbell.analysis.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Weighs the two models' logits into one probability, on posts that neither learned from: two
/// weights for all clauses together, and a bias for each clause, held near their mean.
final class Calibrating {

    private static final int STEPS = 4000;
    private static final double RATE = 0.5;
    private static final double HOLD = 0.004;

    private double encoder = 1;
    private double grams = 0.3;
    private final double[] bias = new double[Labels.CLAUSES.size()];

    /// A clause's weights.
    record Weights(double encoder, double grams, double bias) {}

    /// @param encoded logits of the encoder, post by post
    /// @param linear logits of the n-grams, post by post
    Map<String, Weights> over(List<Example> posts, List<float[]> encoded, List<float[]> linear) {
        for (var step = 0; step < STEPS; step++) {
            step(posts, encoded, linear);
        }
        var all = new LinkedHashMap<String, Weights>();
        for (var clause = 0; clause < bias.length; clause++) {
            all.put(
                    Labels.CLAUSES.get(clause),
                    new Weights(rounded(encoder), rounded(grams), rounded(bias[clause])));
        }
        return all;
    }

    private void step(List<Example> posts, List<float[]> encoded, List<float[]> linear) {
        var slopes = new double[bias.length];
        var slopeEncoder = 0.0;
        var slopeGrams = 0.0;
        for (var i = 0; i < posts.size(); i++) {
            var targets = posts.get(i).targets();
            for (var clause = 0; clause < bias.length; clause++) {
                var a = encoded.get(i)[clause];
                var b = linear.get(i)[clause];
                var said = 1 / (1 + Math.exp(-(encoder * a + grams * b + bias[clause])));
                var off = (said - targets.wanted()[clause]) * targets.weight()[clause];
                slopes[clause] += off;
                slopeEncoder += off * a;
                slopeGrams += off * b;
            }
        }
        var mean = java.util.Arrays.stream(bias).average().orElse(0);
        for (var clause = 0; clause < bias.length; clause++) {
            bias[clause] -=
                    RATE
                            * (slopes[clause] / posts.size() * bias.length
                                    + HOLD * (bias[clause] - mean));
        }
        encoder -= RATE * slopeEncoder / posts.size() / bias.length;
        grams -= RATE * slopeGrams / posts.size() / bias.length;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
