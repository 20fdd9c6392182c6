package org.handbell.analysis.training;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.handbell.analysis.meaning.Grams;
import org.handbell.contract.wire.Json;

/// Writes the files of a model: the patch that makes the trained encoder out of the public one in
/// eight bits, the heads, the n-grams, and the list that names them by hash.
final class ModelWriter {

    private static final int STEPS = 127;

    /// Seven bits of eight: processors without VNNI add up pairs of products in 16 bits, which
    /// eight would overflow, and a post must mean the same on each.
    private static final int ENCODER_STEPS = 64;

    private final Path folder;
    private final OnnxFile eightBits;
    private final Map<Integer, byte[]> patches = new TreeMap<>();

    /// @param eightBits the public encoder in eight bits, whose file the patch goes on
    ModelWriter(Path folder, OnnxFile eightBits) {
        this.folder = folder;
        this.eightBits = eightBits;
    }

    /// @param learned by name of the tensor, as [EncoderTraining#learned()] gives them
    /// @param calibration by clause
    void write(
            String name,
            Map<String, float[]> learned,
            GramsTraining grams,
            Map<String, Calibrating.Weights> calibration)
            throws IOException {
        Files.createDirectories(folder);
        learned.forEach((tensor, weights) -> {
            if (!tensor.startsWith("head")) {
                tensor(tensor, weights);
            }
        });
        var list = Json.mapper().createObjectNode();
        list.put("name", name);
        named(list.putObject("encoder"), "bge-small-en-v1.5-q.onnx", eightBits.bytes());
        named(
                list.putObject("patch"),
                "meaning/encoder.patch.gz",
                save("encoder.patch.gz", patch()));
        list.put("patched", sha256(patched()));
        named(
                list.putObject("vocabulary"),
                "bge-small-en-v1.5-q-tokenizer.json",
                resource("/bge-small-en-v1.5-q-tokenizer.json"));
        named(list.putObject("heads"), "meaning/heads.gz", save("heads.gz", heads(learned)));
        named(list.putObject("grams"), "meaning/grams.gz", save("grams.gz", grams(grams)));
        var weights = list.putObject("calibration");
        calibration.forEach((clause, one) ->
                weights.putObject(clause)
                        .put("encoder", one.encoder())
                        .put("grams", one.grams())
                        .put("bias", one.bias()));
        Files.writeString(folder.resolve("model.json"), list.toPrettyString() + "\n");
    }

    static byte[] resource(String name) throws IOException {
        try (var in = ModelWriter.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private void tensor(String tensor, float[] weights) {
        if (!tensor.startsWith("onnx::")) {
            patches.put(eightBits.place(tensor).at(), little(weights));
            return;
        }
        var scales = eightBits.place(tensor + "_scale");
        var columns = scales.length() / Float.BYTES;
        var scale = new float[columns];
        for (var i = 0; i < weights.length; i++) {
            scale[i % columns] = Math.max(scale[i % columns], Math.abs(weights[i]) / ENCODER_STEPS);
        }
        var bytes = new byte[weights.length];
        for (var i = 0; i < weights.length; i++) {
            bytes[i] = (byte) Math.round(weights[i] / scale[i % columns]);
        }
        patches.put(scales.at(), little(scale));
        patches.put(eightBits.place(tensor + "_quantized").at(), bytes);
    }

    private static byte[] little(float[] floats) {
        var bytes = ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return bytes.array();
    }

    private byte[] patched() {
        var model = eightBits.bytes().clone();
        patches.forEach((at, bytes) -> System.arraycopy(bytes, 0, model, at, bytes.length));
        return model;
    }

    private byte[] patch() throws IOException {
        return packed(out -> {
            out.writeInt(patches.size());
            for (var patch : patches.entrySet()) {
                out.writeInt(patch.getKey());
                out.writeInt(patch.getValue().length);
                out.write(patch.getValue());
            }
        });
    }

    private static byte[] heads(Map<String, float[]> learned) throws IOException {
        return packed(out -> {
            labels(out, Labels.ENCODER);
            for (var part : List.of("head.score", "head.bias", "head.query")) {
                floats(out, java.util.Objects.requireNonNull(learned.get(part)));
            }
        });
    }

    private static byte[] grams(GramsTraining grams) throws IOException {
        var count = Labels.GRAMS.size();
        var scale = new float[count];
        var weights = grams.weights();
        for (var i = 0; i < weights.length; i++) {
            scale[i % count] = Math.max(scale[i % count], Math.abs(weights[i]));
        }
        var bytes = new byte[Grams.BUCKETS * count];
        for (var i = 0; i < weights.length; i++) {
            bytes[i] = (byte) Math.round(weights[i] / scale[i % count] * STEPS);
        }
        return packed(out -> {
            labels(out, Labels.GRAMS);
            floats(out, scale);
            floats(out, grams.bias());
            out.write(bytes);
        });
    }

    private static void labels(DataOutputStream out, List<String> labels) throws IOException {
        out.writeInt(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
    }

    private static void floats(DataOutputStream out, float[] floats) throws IOException {
        for (var value : floats) {
            out.writeFloat(value);
        }
    }

    @FunctionalInterface
    private interface Content {

        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] packed(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            content.to(out);
        }
        return bytes.toByteArray();
    }

    private byte[] save(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
        return bytes;
    }

    private static void named(
            tools.jackson.databind.node.ObjectNode node, String file, byte[] bytes) {
        node.put("file", file).put("sha256", sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
