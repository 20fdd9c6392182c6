package org.handbell.analysis.meaning;

import java.util.List;

/// Small heads over the encoder's vectors, one for each label: each looks where it wants to (its
/// attention over the words, which sums to one) and adds up what it finds there.
final class Heads {

    private final List<String> labels;
    private final float[] score;
    private final float[] bias;
    private final float[] query;

    /// @param score what a vector says for each label, row by row: width times labels
    /// @param bias for each label
    /// @param query how much a label looks at a vector, as `score`
    Heads(List<String> labels, float[] score, float[] bias, float[] query) {
        this.labels = List.copyOf(labels);
        this.score = score;
        this.bias = bias;
        this.query = query;
    }

    List<String> labels() {
        return labels;
    }

    /// What the heads say of a text.
    ///
    /// @param logits for each label
    /// @param attention for each word, each label: how much it counted
    record Said(float[] logits, float[] attention) {}

    Said over(float[] vectors, int length) {
        var count = labels.size();
        var scores = product(vectors, length, score, bias);
        var attention = product(vectors, length, query, null);
        softmax(attention, length, count);
        var logits = new float[count];
        for (var word = 0; word < length; word++) {
            var row = word * count;
            for (var label = 0; label < count; label++) {
                logits[label] += attention[row + label] * scores[row + label];
            }
        }
        return new Said(logits, attention);
    }

    private float[] product(
            float[] vectors,
            int length,
            float[] weights,
            float @org.jspecify.annotations.Nullable [] bias) {
        var count = labels.size();
        var product = new float[length * count];
        for (var word = 0; word < length; word++) {
            var row = word * count;
            if (bias != null) {
                System.arraycopy(bias, 0, product, row, count);
            }
            for (var at = 0; at < Encoder.WIDTH; at++) {
                var value = vectors[word * Encoder.WIDTH + at];
                var from = at * count;
                for (var label = 0; label < count; label++) {
                    product[row + label] += value * weights[from + label];
                }
            }
        }
        return product;
    }

    private static void softmax(float[] values, int length, int count) {
        for (var label = 0; label < count; label++) {
            var most = Float.NEGATIVE_INFINITY;
            for (var word = 0; word < length; word++) {
                most = Math.max(most, values[word * count + label]);
            }
            var sum = 0f;
            for (var word = 0; word < length; word++) {
                var at = word * count + label;
                values[at] = (float) StrictMath.exp(values[at] - most);
                sum += values[at];
            }
            for (var word = 0; word < length; word++) {
                values[word * count + label] /= sum;
            }
        }
    }
}
