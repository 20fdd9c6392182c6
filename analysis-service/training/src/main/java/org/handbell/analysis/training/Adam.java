package org.handbell.analysis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.LinkedHashMap;
import java.util.Map;

/// AdamW (Loshchilov and Hutter 2019) over named weights, with the gradient's length bounded. A
/// step whose gradient is not a number is left out and told.
final class Adam {

    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;
    private static final float DECAY = 0.01f;
    private static final double LONGEST = 1;
    private static final NDIndex ALL = new NDIndex("...");

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private int step;

    Adam(Map<String, NDArray> weights) {
        this.weights = weights;
        weights.forEach((name, weight) -> {
            weight.setRequiresGradient(true);
            means.put(name, weight.zerosLike());
            squares.put(name, weight.zerosLike());
        });
    }

    /// Takes one step along the gradients, and forgets them.
    ///
    /// @param here what is made on the way belongs to it
    /// @param rate by name of the weight
    /// @return whether the step could be taken
    boolean step(NDManager here, java.util.function.ToDoubleFunction<String> rate) {
        var gradients = new LinkedHashMap<String, NDArray>();
        var length = 0.0;
        for (var weight : weights.entrySet()) {
            var gradient = weight.getValue().getGradient();
            gradient.attach(here);
            gradients.put(weight.getKey(), gradient);
            length += Math.pow(gradient.norm().getFloat(), 2);
        }
        var sound = Double.isFinite(length);
        if (sound) {
            step++;
            var shorter = (float) Math.min(1, LONGEST / Math.sqrt(length + TINY));
            gradients.forEach((name, gradient) ->
                    move(here, name, gradient.mul(shorter), (float) rate.applyAsDouble(name)));
        }
        gradients.values().forEach(gradient -> gradient.set(ALL, 0));
        return sound;
    }

    private void move(NDManager here, String name, NDArray gradient, float rate) {
        var mean = java.util.Objects.requireNonNull(means.get(name));
        var square = java.util.Objects.requireNonNull(squares.get(name));
        mean.muli(FIRST).addi(gradient.mul(1 - FIRST));
        square.muli(SECOND).addi(gradient.mul(gradient).muli(1 - SECOND));
        var unbiased = square.duplicate();
        unbiased.attach(here);
        unbiased.divi((float) (1 - Math.pow(SECOND, step)));
        var along = mean.duplicate();
        along.attach(here);
        along.divi((float) (1 - Math.pow(FIRST, step))).divi(unbiased.sqrt().addi(TINY));
        var weight = java.util.Objects.requireNonNull(weights.get(name));
        weight.setRequiresGradient(false);
        if (weight.getShape().dimension() > 1) {
            weight.muli(1 - rate * DECAY);
        }
        weight.subi(along.muli(rate));
        weight.setRequiresGradient(true);
    }
}
