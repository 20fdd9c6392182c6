package org.handbell.analysis.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fine-tunes the upper layers of the encoder together with its heads. The loss is binary
/// cross-entropy for each label, and a small price for heads that look elsewhere than at the words
/// that people marked.
final class EncoderTraining implements AutoCloseable {

    private static final float DROPOUT = 0.1f;
    private static final float CLOSED = -1e4f;
    private static final float MARKS_WEIGHT = 0.1f;
    private static final float WARM_UP = 0.06f;
    private static final float SLOWEST = 0.02f;
    private static final int BATCHES_SORTED = 24;

    private final How how;
    private final Random random;
    private final PrintStream told;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final Bert bert;
    private final Map<String, NDArray> learned;
    private final Map<String, float[]> below = new HashMap<>();

    /// How to train.
    ///
    /// @param frozen how many of the lower layers stay as they are
    /// @param publicEach public texts in each epoch
    /// @param wanted how much more a label that should be said weighs than one that should not
    record How(
            int epochs,
            int batch,
            int frozen,
            int publicEach,
            float encoderRate,
            float headRate,
            float wanted) {}

    EncoderTraining(OnnxFile file, How how, Random random, PrintStream told) {
        this.how = how;
        this.random = random;
        this.told = told;
        Engine.getEngine("PyTorch").setRandomSeed(random.nextInt());
        this.bert = new Bert(manager, file);
        this.learned = new LinkedHashMap<>(bert.from(how.frozen()));
        var labels = Labels.ENCODER.size();
        learned.put("head.score", noise(labels));
        learned.put("head.bias", manager.zeros(new Shape(labels)));
        learned.put("head.query", noise(labels));
    }

    private NDArray noise(int labels) {
        var noise = new float[Bert.WIDTH * labels];
        for (var i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextGaussian() * 0.02);
        }
        return Bert.owned(manager, noise, new Shape(Bert.WIDTH, labels));
    }

    /// Learns.
    ///
    /// @param posts seen in each epoch
    /// @param texts public ones, some of them in each epoch
    void learn(List<Example> posts, List<Example> texts) {
        var adam = new Adam(learned);
        var pool = new ArrayList<>(texts);
        var each = (posts.size() + Math.min(how.publicEach(), pool.size())) / how.batch() + 1;
        var step = 0;
        for (var epoch = 0; epoch < how.epochs(); epoch++) {
            Collections.shuffle(pool, random);
            var seen = new ArrayList<>(posts);
            seen.addAll(pool.subList(0, Math.min(how.publicEach(), pool.size())));
            var sum = 0.0;
            var batches = batches(seen);
            for (var i = 0; i < batches.size(); i++) {
                var pace = pace(step++, each * how.epochs());
                sum += step(batches.get(i), adam, pace);
                if (i % 50 == 49) {
                    told.printf(
                            "epoch %d, %d of %d, loss %.3f%n",
                            epoch + 1, i + 1, batches.size(), sum / (i + 1));
                }
            }
        }
    }

    /// Warms up, then slows down to the end.
    private static float pace(int step, int steps) {
        var warm = Math.min(1, (step + 1) / (WARM_UP * steps));
        return warm * Math.max(SLOWEST, 1 - step / (float) steps);
    }

    /// Batches of posts about as long as each other, in no order.
    private List<List<Example>> batches(List<Example> seen) {
        Collections.shuffle(seen, random);
        var batches = new ArrayList<List<Example>>();
        var chunk = how.batch() * BATCHES_SORTED;
        for (var from = 0; from < seen.size(); from += chunk) {
            var part = new ArrayList<>(seen.subList(from, Math.min(from + chunk, seen.size())));
            part.sort(Comparator.comparingInt(e -> e.ids().length));
            for (var at = 0; at < part.size(); at += how.batch()) {
                batches.add(part.subList(at, Math.min(at + how.batch(), part.size())));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private float step(List<Example> examples, Adam adam, float pace) {
        try (var here = manager.newSubManager()) {
            var batch = Batch.of(here, examples, this::below);
            float loss;
            try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                var said = said(batch, DROPOUT);
                var price = price(batch, said).div(examples.size());
                collector.backward(price);
                loss = price.getFloat();
            }
            var stepped =
                    adam.step(
                            here,
                            name ->
                                    pace
                                            * (name.startsWith("head")
                                                    ? how.headRate()
                                                    : how.encoderRate()));
            if (!stepped) {
                told.println("a batch was left out: its gradient is not a number");
                return 0;
            }
            return loss;
        }
    }

    /// What the heads say, and where they look.
    private record Said(NDArray logits, NDArray looks) {}

    private Said said(Batch batch, @org.jspecify.annotations.Nullable Float dropout) {
        var x = batch.vectors();
        for (var layer = how.frozen(); layer < Bert.LAYERS; layer++) {
            x = bert.through(layer, x, batch.closed().expandDims(1).expandDims(1), dropout);
        }
        var scores = x.matMul(head("score")).add(head("bias"));
        var looks = x.matMul(head("query")).add(batch.closed().expandDims(2)).softmax(1);
        return new Said(looks.mul(scores).sum(new int[] {1}), looks);
    }

    private NDArray head(String part) {
        return java.util.Objects.requireNonNull(learned.get("head." + part));
    }

    private NDArray price(Batch batch, Said said) {
        var logits = said.logits();
        var entropy =
                logits.maximum(0)
                        .sub(logits.mul(batch.wanted()))
                        .add(logits.abs().neg().exp().add(1).log());
        var weight = batch.wanted().mul(how.wanted() - 1).add(1).mul(batch.weight());
        var onMarks = said.looks().mul(batch.marks().expandDims(2)).sum(new int[] {1});
        var astray = onMarks.add(1e-4f).log().neg().mul(batch.marked()).sum();
        return entropy.mul(weight).sum().add(astray.mul(MARKS_WEIGHT));
    }

    /// The logits of posts, in their order.
    List<float[]> read(List<Example> posts) {
        var answers = new ArrayList<float[]>();
        for (var from = 0; from < posts.size(); from += how.batch()) {
            var part = posts.subList(from, Math.min(from + how.batch(), posts.size()));
            try (var here = manager.newSubManager()) {
                var flat = said(Batch.of(here, part, this::below), null).logits().toFloatArray();
                var size = Labels.ENCODER.size();
                for (var i = 0; i < part.size(); i++) {
                    answers.add(Arrays.copyOfRange(flat, i * size, (i + 1) * size));
                }
            }
        }
        return answers;
    }

    /// What the frozen layers make of a post of the corpus is kept; public texts come but once.
    private float[] below(Example example) {
        var known = below.get(example.id());
        if (known != null) {
            return known;
        }
        var vectors = bert.below(manager, how.frozen(), example.ids());
        if (!example.source().startsWith("public")) {
            below.put(example.id(), vectors);
        }
        return vectors;
    }

    /// What was learned, by the name it has in the ONNX file; heads by `head.score`, `head.bias`
    /// and `head.query`.
    Map<String, float[]> learned() {
        var byTensor = new LinkedHashMap<String, float[]>();
        learned.forEach((name, weight) ->
                byTensor.put(
                        name.startsWith("head") ? name : bert.tensor(name), weight.toFloatArray()));
        return byTensor;
    }

    @Override
    public void close() {
        manager.close();
    }

    /// Posts side by side, each filled up to the longest.
    ///
    /// @param closed very negative where a post has ended
    /// @param marked labels that are wanted of a post that has marks
    private record Batch(
            NDArray vectors,
            NDArray closed,
            NDArray wanted,
            NDArray weight,
            NDArray marks,
            NDArray marked) {

        static Batch of(
                NDManager here,
                List<Example> posts,
                java.util.function.Function<Example, float[]> below) {
            var length = posts.stream().mapToInt(e -> e.ids().length).max().orElse(1);
            var labels = Labels.ENCODER.size();
            var vectors = new float[posts.size() * length * Bert.WIDTH];
            var closed = new float[posts.size() * length];
            var marks = new float[posts.size() * length];
            var wanted = new float[posts.size() * labels];
            var weight = new float[posts.size() * labels];
            var marked = new float[posts.size() * labels];
            for (var i = 0; i < posts.size(); i++) {
                var post = posts.get(i);
                var x = below.apply(post);
                System.arraycopy(x, 0, vectors, i * length * Bert.WIDTH, x.length);
                Arrays.fill(closed, i * length + post.ids().length, (i + 1) * length, CLOSED);
                System.arraycopy(post.targets().wanted(), 0, wanted, i * labels, labels);
                System.arraycopy(post.targets().weight(), 0, weight, i * labels, labels);
                for (var at : post.marked()) {
                    marks[i * length + at] = 1;
                }
                for (var c = 0; post.marked().length > 0 && c < Labels.CLAUSES.size(); c++) {
                    marked[i * labels + c] = post.targets().wanted()[c];
                }
            }
            var count = posts.size();
            return new Batch(
                    Bert.owned(here, vectors, new Shape(count, length, Bert.WIDTH)),
                    Bert.owned(here, closed, new Shape(count, length)),
                    Bert.owned(here, wanted, new Shape(count, labels)),
                    Bert.owned(here, weight, new Shape(count, labels)),
                    Bert.owned(here, marks, new Shape(count, length)),
                    Bert.owned(here, marked, new Shape(count, labels)));
        }
    }
}
