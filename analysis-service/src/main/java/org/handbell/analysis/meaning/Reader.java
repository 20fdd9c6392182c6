package org.handbell.analysis.meaning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.text.Deadline;

/// Reads posts for their meaning: n-grams and encoder, each with its heads, weighed into one
/// probability for each label. Safe for many threads.
public final class Reader implements Meanings, AutoCloseable {

    /// The label that says whether a post may breach anything at all.
    public static final String ANY = "any";

    private static final String FOLDER = "meaning/";

    private final String hash;
    private final Map<String, ModelFiles.Calibration> calibration;
    private final WordPieces pieces;
    private final Encoder encoder;
    private final Heads heads;
    private final LinearHeads grams;
    private final LinearHeads.OneHead any;

    private Reader(
            ModelFiles.Listed listed,
            WordPieces pieces,
            Encoder encoder,
            Heads heads,
            LinearHeads grams) {
        this.hash = listed.sha256();
        this.calibration = listed.manifest().calibration();
        this.pieces = pieces;
        this.encoder = encoder;
        this.heads = heads;
        this.grams = grams;
        this.any = grams.only(ANY);
    }

    /// The model that ships.
    ///
    /// @throws InvalidModelException where a file is missing or is not the one it should be
    public static Reader shipped() {
        var files = new ModelFiles(Reader.class.getClassLoader(), FOLDER);
        var listed = files.manifest();
        var manifest = listed.manifest();
        return new Reader(
                listed,
                new WordPieces(files.vocabulary(manifest)),
                new OnnxEncoder(files.encoder(manifest)),
                files.heads(manifest),
                files.grams(manifest));
    }

    /// SHA-256 of the list of the model's files, which names the hash of each.
    @Override
    public List<String> hashes() {
        return List.of(hash);
    }

    /// How likely the n-grams alone take it that the post breaches anything: a logit.
    public double suspicion(Script script) {
        return any.over(Grams.unordered(script.pieces()));
    }

    /// The encoder without its heads, to measure what the rest costs.
    public Encoder encoder() {
        return encoder;
    }

    /// What the encoder is given to read: ids, window by window.
    public List<int[]> ids(Script script) {
        return Windows.of(pieces.write(script)).stream().map(WordPieces.Written::ids).toList();
    }

    /// Every post.
    @Override
    public Meaning of(Script script) {
        var linear = named(grams.labels(), grams.over(Grams.unordered(script.pieces())));
        var best = new LinkedHashMap<String, Seen>();
        for (var window : Windows.of(pieces.write(script))) {
            Deadline.check();
            var said = heads.over(encoder.encode(window.ids()), window.ids().length);
            for (var label = 0; label < heads.labels().size(); label++) {
                var seen = new Seen(said.logits()[label], label, said, window);
                best.merge(heads.labels().get(label), seen, Seen::surer);
            }
        }
        return meaning(script, linear, best);
    }

    private Meaning meaning(Script script, Map<String, Float> linear, Map<String, Seen> best) {
        var sure = new HashMap<String, Double>();
        var places = new HashMap<String, Meaning.Place>();
        var sentences = new Sentences(script);
        best.forEach((label, seen) -> {
            var probability = probability(label, seen.logit(), linear.getOrDefault(label, 0f));
            sure.put(label, probability);
            if (Character.isUpperCase(label.charAt(0))) {
                places.put(label, sentences.most(seen.window(), seen.said(), seen.label()));
            }
        });
        return new Meaning(sure, places);
    }

    private double probability(String label, float encoded, float linear) {
        var how = calibration.getOrDefault(label, new ModelFiles.Calibration(1, 0, 0));
        var logit = how.encoder() * encoded + how.grams() * linear + how.bias();
        return Math.round(100 / (1 + StrictMath.exp(-logit))) / 100.0;
    }

    private static Map<String, Float> named(List<String> labels, float[] logits) {
        var named = new HashMap<String, Float>();
        for (var i = 0; i < logits.length; i++) {
            named.put(labels.get(i), logits[i]);
        }
        return named;
    }

    /// Where a label was surest.
    private record Seen(float logit, int label, Heads.Said said, WordPieces.Written window) {

        Seen surer(Seen other) {
            return other.logit > logit ? other : this;
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
