package org.handbell.analysis.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.handbell.analysis.meaning.Grams;

/// Trains the linear model over hashed n-grams: one logistic regression for each label, by AdaGrad
/// (Duchi et al. 2011).
final class GramsTraining {

    private static final int EPOCHS = 8;
    private static final float RATE = 0.3f;
    private static final float DECAY = 3e-6f;
    private static final float WANTED = 3;
    private static final float PUBLIC = 0.3f;
    private static final float FIRST_BIAS = -3;

    private final int count = Labels.GRAMS.size();
    private final float[] weights = new float[Grams.BUCKETS * count];
    private final float[] squares = new float[weights.length];
    private final float[] bias = new float[count];
    private final float[] biasSquares = new float[count];

    GramsTraining() {
        Arrays.fill(bias, FIRST_BIAS);
    }

    void learn(List<Example> examples, Random random) {
        var seen = new ArrayList<>(examples);
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(seen, random);
            seen.forEach(this::learn);
        }
    }

    private void learn(Example example) {
        var targets = Labels.ofGrams(example.targets());
        var logits = read(example);
        var length = (float) Math.sqrt(example.grams().length + 1.0);
        var worth = example.source().startsWith("public") ? PUBLIC : 1;
        for (var label = 0; label < count; label++) {
            var wanted = targets.wanted()[label];
            var weight = targets.weight()[label] * worth * (wanted > 0 ? WANTED : 1);
            var off = (float) (1 / (1 + Math.exp(-logits[label])) - wanted) * weight;
            if (Math.abs(off) > 1e-4) {
                for (var gram : example.grams()) {
                    move(gram * count + label, off / length);
                }
                biasSquares[label] += off * off;
                bias[label] -= 0.3f * RATE * off / (float) Math.sqrt(biasSquares[label] + 1e-3);
            }
        }
    }

    private void move(int at, float slope) {
        var gradient = slope + DECAY * weights[at];
        squares[at] += gradient * gradient;
        weights[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + 1e-6);
    }

    float[] read(Example example) {
        var length = (float) Math.sqrt(example.grams().length + 1.0);
        var logits = bias.clone();
        for (var label = 0; label < count; label++) {
            var sum = 0f;
            for (var gram : example.grams()) {
                sum += weights[gram * count + label];
            }
            logits[label] += sum / length;
        }
        return logits;
    }

    float[] weights() {
        return weights;
    }

    float[] bias() {
        return bias;
    }
}
