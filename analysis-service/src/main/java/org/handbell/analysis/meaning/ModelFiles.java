package org.handbell.analysis.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The files of the model, read from the class path and checked against the hashes that its list
/// names. The encoder is a public one, from Maven Central, and a patch: the bytes that training
/// changed, each at its place in the public file.
final class ModelFiles {

    private static final int LARGEST = 256 * 1024 * 1024;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final ClassLoader loader;
    private final String folder;

    ModelFiles(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /// A file on the class path, and the SHA-256 it must have, in hex.
    record Named(String file, String sha256) {}

    /// How a label's two logits become one probability: `1 / (1 + e^-(encoder * a + grams * b +
    /// c))`.
    record Calibration(double encoder, double grams, double bias) {}

    /// The list of the files.
    ///
    /// @param patched SHA-256 of the encoder after patching
    record Manifest(
            String name,
            Named encoder,
            Named patch,
            String patched,
            Named vocabulary,
            Named heads,
            Named grams,
            Map<String, Calibration> calibration) {}

    /// The list, and its own hash: it stands for the whole model.
    record Listed(Manifest manifest, String sha256) {}

    Listed manifest() {
        var bytes = bytes(folder + "model.json");
        return new Listed(json.readValue(bytes, Manifest.class), sha256(bytes));
    }

    /// The encoder's ONNX file with the patch in it.
    byte[] encoder(Manifest manifest) {
        var model = checked(manifest.encoder());
        try (var patch = data(manifest.patch())) {
            for (var left = patch.readInt(); left > 0; left--) {
                var at = patch.readInt();
                var length = patch.readInt();
                patch.readFully(model, at, length);
            }
        } catch (IOException e) {
            throw new InvalidModelException(manifest.patch().file(), "ends too early");
        }
        if (!sha256(model).equals(manifest.patched())) {
            throw new InvalidModelException(manifest.patch().file(), "does not make the model");
        }
        return model;
    }

    /// Piece to id.
    Map<String, Integer> vocabulary(Manifest manifest) {
        var pieces = new HashMap<String, Integer>();
        json.readTree(checked(manifest.vocabulary()))
                .path("model")
                .path("vocab")
                .properties()
                .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
        return pieces;
    }

    Heads heads(Manifest manifest) {
        try (var in = data(manifest.heads())) {
            var labels = labels(in);
            var size = Encoder.WIDTH * labels.size();
            return new Heads(labels, floats(in, size), floats(in, labels.size()), floats(in, size));
        } catch (IOException e) {
            throw new InvalidModelException(manifest.heads().file(), "ends too early");
        }
    }

    LinearHeads grams(Manifest manifest) {
        try (var in = data(manifest.grams())) {
            var labels = labels(in);
            var scale = floats(in, labels.size());
            var bias = floats(in, labels.size());
            return new LinearHeads(
                    labels, in.readNBytes(Grams.BUCKETS * labels.size()), scale, bias);
        } catch (IOException e) {
            throw new InvalidModelException(manifest.grams().file(), "ends too early");
        }
    }

    private static List<String> labels(DataInputStream in) throws IOException {
        var labels = new String[in.readInt()];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        return List.of(labels);
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        var floats = new float[count];
        for (var i = 0; i < count; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    private DataInputStream data(Named named) throws IOException {
        var bytes = checked(named);
        return new DataInputStream(
                new java.io.BufferedInputStream(
                        new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)), 1 << 16));
    }

    private byte[] checked(Named named) {
        var bytes = bytes(named.file());
        if (!sha256(bytes).equals(named.sha256())) {
            throw new InvalidModelException(
                    named.file(), "is not the file of this model: its SHA-256 differs");
        }
        return bytes;
    }

    private byte[] bytes(String file) {
        try (@Nullable InputStream in = loader.getResourceAsStream(file)) {
            if (in == null) {
                throw new InvalidModelException(file, "is missing");
            }
            return in.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
