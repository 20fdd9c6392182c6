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
    float[] over(int[] buckets) {
        var count = labels.size();
        var sums = new int[count];
        for (var bucket : buckets) {
            var from = bucket * count;
            for (var label = 0; label < count; label++) {
                sums[label] += weights[from + label];
            }
        }
        var length = (float) Math.sqrt(buckets.length + 1.0);
        var logits = new float[count];
        for (var label = 0; label < count; label++) {
            logits[label] = bias[label] + sums[label] * scale[label] / 127 / length;
        }
        return logits;
    }
}
