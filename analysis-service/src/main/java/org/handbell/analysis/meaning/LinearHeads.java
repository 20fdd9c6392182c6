package org.handbell.analysis.meaning;

import java.util.List;

/// A linear model over hashed n-grams with one head for each label: cheap enough for every post.
final class LinearHeads {

    private final List<String> labels;
    private final byte[] weights;
    private final float[] scale;
    private final float[] bias;

    /// @param weights bucket by bucket, label by label, in 127ths of the label's scale
    /// @param scale the largest weight of each label
    LinearHeads(List<String> labels, byte[] weights, float[] scale, float[] bias) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
    }

    List<String> labels() {
        return labels;
    }

    /// The logit of each label.
    ///
    /// @param buckets none twice, in any order: whole numbers are added up
    float[] over(int[] buckets) {
        var count = labels.size();
        var sums = new int[count];
        for (var bucket : buckets) {
            var from = bucket * count;
            for (var label = 0; label < count; label++) {
                sums[label] += weights[from + label];
            }
        }
        var logits = new float[count];
        for (var label = 0; label < count; label++) {
            logits[label] = logit(label, sums[label], buckets.length);
        }
        return logits;
    }

    private float logit(int label, int sum, int buckets) {
        var length = (float) Math.sqrt(buckets + 1.0);
        return bias[label] + sum * scale[label] / 127 / length;
    }

    /// One label by itself.
    OneHead only(String label) {
        return new OneHead(labels.indexOf(label));
    }

    /// The head of one label. Its weights stand close together, in a small part of the memory that
    /// the weights of all labels take: each post looks up some hundreds of them at random places,
    /// and a processor keeps that many near.
    final class OneHead {

        private final int label;
        private final byte[] own = new byte[Grams.BUCKETS];

        private OneHead(int label) {
            this.label = label;
            for (var bucket = 0; bucket < own.length; bucket++) {
                own[bucket] = weights[bucket * labels.size() + label];
            }
        }

        /// The same logit as among those of all labels.
        float over(int[] buckets) {
            var sum = 0;
            for (var bucket : buckets) {
                sum += own[bucket];
            }
            return logit(label, sum, buckets.length);
        }
    }
}
