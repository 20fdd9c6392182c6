package org.handbell.analysis.meaning;

import java.util.Arrays;
import java.util.List;

/// Small heads over the encoder's vectors, one for each label: each looks where it wants to (its
/// attention over the words, which sums to one) and adds up what it finds there.
final class Heads {

    /// Labels that are worked out at once: their sums fit into the processor's registers.
    private static final int AT_ONCE = 4;

    private final List<String> labels;

    /// For each group of labels row by row what a vector says for each, and how much each looks at
    /// it, in the order in which they are needed. Filled up with zeros.
    private final float[] weights;

    private final float[] bias;

    /// @param score what a vector says for each label, row by row: width times labels
    /// @param bias for each label
    /// @param query how much a label looks at a vector, as `score`
    Heads(List<String> labels, float[] score, float[] bias, float[] query) {
        this.labels = List.copyOf(labels);
        var groups = (labels.size() + AT_ONCE - 1) / AT_ONCE;
        this.weights = new float[groups * Encoder.WIDTH * AT_ONCE * 2];
        this.bias = Arrays.copyOf(bias, groups * AT_ONCE);
        for (var label = 0; label < labels.size(); label++) {
            for (var at = 0; at < Encoder.WIDTH; at++) {
                var to = row(label / AT_ONCE, at) + label % AT_ONCE;
                weights[to] = score[at * labels.size() + label];
                weights[to + AT_ONCE] = query[at * labels.size() + label];
            }
        }
    }

    private static int row(int group, int at) {
        return (group * Encoder.WIDTH + at) * AT_ONCE * 2;
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
        var scores = new float[length * count];
        var attention = new float[length * count];
        for (var group = 0; group * AT_ONCE < count; group++) {
            for (var word = 0; word < length; word++) {
                products(vectors, word, group, scores, attention);
            }
        }
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

    /// Two products of one vector with four labels' weights each. Written out, since a loop over
    /// the labels would put each sum into memory and fetch it again for each of the vector's
    /// numbers, which takes longer than the sum.
    private void products(float[] vectors, int word, int group, float[] scores, float[] attention) {
        var label = group * AT_ONCE;
        var score0 = bias[label];
        var score1 = bias[label + 1];
        var score2 = bias[label + 2];
        var score3 = bias[label + 3];
        var look0 = 0f;
        var look1 = 0f;
        var look2 = 0f;
        var look3 = 0f;
        var at = row(group, 0);
        var end = (word + 1) * Encoder.WIDTH;
        for (var from = word * Encoder.WIDTH; from < end; from++) {
            var value = vectors[from];
            score0 += value * weights[at];
            score1 += value * weights[at + 1];
            score2 += value * weights[at + 2];
            score3 += value * weights[at + 3];
            look0 += value * weights[at + 4];
            look1 += value * weights[at + 5];
            look2 += value * weights[at + 6];
            look3 += value * weights[at + 7];
            at += AT_ONCE * 2;
        }
        put(scores, word, label, score0, score1, score2, score3);
        put(attention, word, label, look0, look1, look2, look3);
    }

    private void put(float[] into, int word, int label, float... sums) {
        var count = labels.size();
        var room = Math.min(AT_ONCE, count - label);
        System.arraycopy(sums, 0, into, word * count + label, room);
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
