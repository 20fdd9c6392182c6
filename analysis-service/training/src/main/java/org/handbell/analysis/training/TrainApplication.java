package org.handbell.analysis.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.handbell.analysis.meaning.WordPieces;
import org.handbell.contract.wire.Json;

/// Trains the model and writes its files: `TrainApplication CORPUS PUBLIC OUT [EPOCHS] [FROZEN]
/// [SEED]`. The same files and seed give the same model on the same machine, as far as PyTorch adds
/// up in the same order.
public final class TrainApplication {

    private static final int LONGEST = 224;
    private static final int PUBLIC_EACH = 3_000;

    private TrainApplication() {}

    public static void main(String[] args) throws IOException {
        var told = System.err;
        var random = new Random(number(args, 5, 1));
        var corpus = new Corpus(Path.of(args[0]), new WordPieces(vocabulary()), LONGEST);
        var posts = corpus.read();
        var texts = new PublicData(Path.of(args[1]), corpus, random).read();
        var kept = posts.stream().filter(Example::kept).toList();
        var seen = posts.stream().filter(post -> !post.kept()).toList();
        told.printf(
                "%d posts, %d kept for testing, %d public texts%n",
                seen.size(), kept.size(), texts.size());
        var grams = new GramsTraining();
        var both = new ArrayList<>(seen);
        both.addAll(texts);
        grams.learn(both, random);
        var how =
                new EncoderTraining.How(
                        number(args, 3, 5), 16, number(args, 4, 4), PUBLIC_EACH, 1e-4f, 2e-3f, 3);
        var full = new OnnxFile(ModelWriter.resource("/bge-small-en-v1.5.onnx"));
        try (var encoder = new EncoderTraining(full, how, random, told)) {
            encoder.learn(seen, texts);
            write(Path.of(args[2]), encoder, grams, kept, told);
        }
    }

    private static void write(
            Path out,
            EncoderTraining encoder,
            GramsTraining grams,
            List<Example> kept,
            PrintStream told)
            throws IOException {
        var encoded = encoder.read(kept);
        var linear = kept.stream().map(grams::read).toList();
        var calibration = new Calibrating().over(kept, encoded, linear);
        told.println(calibration);
        var eightBits = new OnnxFile(ModelWriter.resource("/bge-small-en-v1.5-q.onnx"));
        new ModelWriter(out, eightBits)
                .write("bge-small-en-v1.5, fine-tuned", encoder.learned(), grams, calibration);
    }

    private static HashMap<String, Integer> vocabulary() throws IOException {
        var pieces = new HashMap<String, Integer>();
        Json.mapper()
                .readTree(ModelWriter.resource("/bge-small-en-v1.5-q-tokenizer.json"))
                .path("model")
                .path("vocab")
                .properties()
                .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
        return pieces;
    }

    private static int number(String[] args, int at, int usual) {
        return args.length > at ? Integer.parseInt(args[at]) : usual;
    }
}
