package org.handbell.analysis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A BERT encoder of twelve layers in PyTorch, with the weights of an ONNX file (Devlin et al.
/// 2019). Lower layers stay as they are; what they make of a text is computed once.
final class Bert {

    static final int WIDTH = 384;
    static final int LAYERS = 12;
    private static final int HEADS = 12;
    private static final float TINY = 1e-12f;

    /// The parts of a layer that are matrix products, and their names in the ONNX file.
    private static final Map<String, String> PRODUCTS =
            Map.of(
                    "query", "attention/self/query",
                    "key", "attention/self/key",
                    "value", "attention/self/value",
                    "mixed", "attention/output/dense",
                    "wide", "intermediate/dense",
                    "narrow", "output/dense");

    private static final Map<String, String> NORMS =
            Map.of(
                    "mixed.norm", "attention.output.LayerNorm",
                    "narrow.norm", "output.LayerNorm");

    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, String> tensors = new LinkedHashMap<>();
    private final float[] words;
    private final float[] positions;
    private final float[] types;

    Bert(NDManager manager, OnnxFile file) {
        this.words = file.floats("embeddings.word_embeddings.weight");
        this.positions = file.floats("embeddings.position_embeddings.weight");
        this.types = file.floats("embeddings.token_type_embeddings.weight");
        for (var part : List.of("weight", "bias")) {
            take(manager, file, "norm." + part, "embeddings.LayerNorm." + part, WIDTH);
        }
        for (var layer = 0; layer < LAYERS; layer++) {
            layer(manager, file, layer);
        }
    }

    private void layer(NDManager manager, OnnxFile file, int layer) {
        PRODUCTS.forEach((ours, theirs) -> {
            var product = "/encoder/layer." + layer + "/" + theirs + "/MatMul";
            var bias = "encoder.layer." + layer + "." + theirs.replace('/', '.') + ".bias";
            var out = file.place(bias).length() / Float.BYTES;
            take(manager, file, name(layer, ours) + ".bias", bias, out);
            take(manager, file, name(layer, ours) + ".weight", file.weightOf(product), out);
        });
        NORMS.forEach((ours, theirs) -> {
            for (var part : List.of("weight", "bias")) {
                var tensor = "encoder.layer." + layer + "." + theirs + "." + part;
                take(manager, file, name(layer, ours) + "." + part, tensor, WIDTH);
            }
        });
    }

    private void take(NDManager manager, OnnxFile file, String name, String tensor, int columns) {
        var floats = file.floats(tensor);
        var shape =
                floats.length == columns
                        ? new Shape(columns)
                        : new Shape(floats.length / columns, columns);
        weights.put(name, owned(manager, floats, shape));
        tensors.put(name, tensor);
    }

    /// Numbers in memory of PyTorch's own: an array that is made from Java's lies in a buffer that
    /// Java may free while a gradient still needs it.
    static NDArray owned(NDManager manager, float[] floats, Shape shape) {
        try (var javas = manager.create(floats, shape)) {
            return javas.duplicate();
        }
    }

    static String name(int layer, String part) {
        return "layer." + layer + "." + part;
    }

    /// The weights of the layers from one on, by name.
    Map<String, NDArray> from(int layer) {
        var upper = new LinkedHashMap<String, NDArray>();
        weights.forEach((name, weight) -> {
            if (name.startsWith("layer.") && Integer.parseInt(name.split("\\.")[1]) >= layer) {
                upper.put(name, weight);
            }
        });
        return upper;
    }

    /// The name that a weight has in the ONNX file.
    String tensor(String name) {
        return java.util.Objects.requireNonNull(tensors.get(name));
    }

    /// What the layers below one make of a text: a vector for each id.
    float[] below(NDManager manager, int layer, int[] ids) {
        try (var here = manager.newSubManager()) {
            var x = owned(here, embedded(ids), new Shape(1, ids.length, WIDTH));
            var y = norm(x, "norm");
            var open = here.zeros(new Shape(1, 1, 1, ids.length));
            for (var at = 0; at < layer; at++) {
                y = through(at, y, open, null);
            }
            return y.toFloatArray();
        }
    }

    private float[] embedded(int[] ids) {
        var x = new float[ids.length * WIDTH];
        for (var at = 0; at < ids.length; at++) {
            for (var i = 0; i < WIDTH; i++) {
                x[at * WIDTH + i] =
                        words[ids[at] * WIDTH + i] + positions[at * WIDTH + i] + types[i];
            }
        }
        return x;
    }

    /// One layer over a batch.
    ///
    /// @param closed added to what each looks at: very negative where there is nothing
    /// @param dropout share of values left out; null for none
    NDArray through(int layer, NDArray x, NDArray closed, @Nullable Float dropout) {
        var count = x.getShape().get(0);
        var length = x.getShape().get(1);
        var query = heads(product(x, layer, "query"), count, length);
        var key = heads(product(x, layer, "key"), count, length);
        var value = heads(product(x, layer, "value"), count, length);
        var scale = (float) (1 / Math.sqrt(WIDTH / (double) HEADS));
        var looks = query.matMul(key.transpose(0, 1, 3, 2)).mul(scale).add(closed).softmax(3);
        var seen = looks.matMul(value).transpose(0, 2, 1, 3).reshape(count, length, WIDTH);
        var mixed = dropped(product(seen, layer, "mixed"), dropout);
        var y = norm(x.add(mixed), name(layer, "mixed.norm"));
        var wide = product(y, layer, "wide").getNDArrayInternal().gelu();
        var narrow = dropped(product(wide, layer, "narrow"), dropout);
        return norm(y.add(narrow), name(layer, "narrow.norm"));
    }

    private static NDArray heads(NDArray x, long count, long length) {
        return x.reshape(count, length, HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
    }

    private NDArray product(NDArray x, int layer, String part) {
        return x.matMul(weight(name(layer, part) + ".weight"))
                .add(weight(name(layer, part) + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
        return x.getNDArrayInternal()
                .layerNorm(
                        x, new Shape(WIDTH), weight(name + ".weight"), weight(name + ".bias"), TINY)
                .singletonOrThrow();
    }

    private NDArray weight(String name) {
        return java.util.Objects.requireNonNull(weights.get(name));
    }

    private static NDArray dropped(NDArray x, @Nullable Float share) {
        if (share == null) {
            return x;
        }
        var kept =
                x.getManager()
                        .randomUniform(0, 1, x.getShape())
                        .gt(share)
                        .toType(DataType.FLOAT32, false);
        return x.mul(kept.mul(1 / (1 - share)));
    }
}
