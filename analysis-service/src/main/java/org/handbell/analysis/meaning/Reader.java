package org.handbell.analysis.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.text.Deadline;
import org.handbell.contract.Finding;

/// Reads posts for their meaning: n-grams and encoder, each with its heads, weighed into one
/// probability for each label. Safe for many threads.
public final class Reader implements Meanings, AutoCloseable {

    /// The label that says whether a post may breach anything at all.
    public static final String ANY = "any";

    private static final String FOLDER = "meaning/";
    private static final int OVERLAP = 64;

    private final String hash;
    private final Map<String, ModelFiles.Calibration> calibration;
    private final WordPieces pieces;
    private final Encoder encoder;
    private final Heads heads;
    private final LinearHeads grams;

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
        return grams.over(Grams.of(script.pieces()))[grams.labels().indexOf(ANY)];
    }

    /// The encoder without its heads, to measure what the rest costs.
    public Encoder encoder() {
        return encoder;
    }

    /// What the encoder is given to read: ids, window by window.
    public List<int[]> ids(Script script) {
        return windows(pieces.write(script)).stream().map(WordPieces.Written::ids).toList();
    }

    /// Every post.
    @Override
    public Meaning of(Script script) {
        var linear = named(grams.labels(), grams.over(Grams.of(script.pieces())));
        var best = new LinkedHashMap<String, Seen>();
        for (var window : windows(pieces.write(script))) {
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
        best.forEach((label, seen) -> {
            var probability = probability(label, seen.logit(), linear.getOrDefault(label, 0f));
            sure.put(label, probability);
            if (Character.isUpperCase(label.charAt(0))) {
                places.put(label, place(script, seen));
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

    /// A text that is too long is read in windows that overlap, each with the frame before it.
    private static List<WordPieces.Written> windows(WordPieces.Written all) {
        if (all.length() <= Encoder.LONGEST) {
            return List.of(all);
        }
        var frame = frame(all);
        var room = Encoder.LONGEST - frame - 1;
        var windows = new ArrayList<WordPieces.Written>();
        for (var from = frame; from < all.length() - 1; from += room - OVERLAP) {
            var to = Math.min(from + room, all.length() - 1);
            windows.add(window(all, frame, from, to));
            if (to == all.length() - 1) {
                break;
            }
        }
        return windows;
    }

    /// The first ids, which say who speaks and how.
    private static int frame(WordPieces.Written all) {
        return Math.min(6, all.length());
    }

    private static WordPieces.Written window(WordPieces.Written all, int frame, int from, int to) {
        var length = frame + to - from + 1;
        var ids = Arrays.copyOf(all.ids(), length);
        var pieces = Arrays.copyOf(all.pieces(), length);
        System.arraycopy(all.ids(), from, ids, frame, to - from);
        System.arraycopy(all.pieces(), from, pieces, frame, to - from);
        ids[length - 1] = all.ids()[all.length() - 1];
        pieces[length - 1] = -1;
        return new WordPieces.Written(ids, pieces);
    }

    /// The sentence that a label looked at most.
    private Meaning.Place place(Script script, Seen seen) {
        record Where(String field, int sentence) {}
        var weights = new LinkedHashMap<Where, Double>();
        var count = heads.labels().size();
        for (var i = 0; i < seen.window().length(); i++) {
            var piece = seen.window().pieces()[i];
            var span = piece < 0 ? null : script.pieces().get(piece).span();
            if (span != null) {
                var weight = (double) seen.said().attention()[i * count + seen.label()];
                var where = new Where(span.field(), script.pieces().get(piece).sentence());
                weights.merge(where, weight, Double::sum);
            }
        }
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(w ->
                        new Meaning.Place(
                                w.field(), w.sentence(), spans(script, w.field(), w.sentence())))
                .orElse(new Meaning.Place("text", 0, List.of()));
    }

    private static List<Finding.Span> spans(Script script, String field, int sentence) {
        var start = Integer.MAX_VALUE;
        var end = 0;
        for (var piece : script.pieces()) {
            var span = piece.span();
            if (span != null && piece.sentence() == sentence && span.field().equals(field)) {
                start = Math.min(start, span.start());
                end = Math.max(end, span.end());
            }
        }
        return end > start ? List.of(new Finding.Span(field, start, end)) : List.of();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
