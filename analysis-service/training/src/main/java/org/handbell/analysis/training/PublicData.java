package org.handbell.analysis.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// Labelled data of others: read, learned from, never copied. Of each source a part of its training
/// split, a little less than half of it abusive.
final class PublicData {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 90;
    private static final double ABUSIVE = 0.45;

    /// How much of each source, in texts. Irony is for development only and stays out.
    private static final Map<String, Integer> SOURCES =
            new TreeMap<>(
                    Map.of(
                            "contrast_templates", 6000,
                            "hatexplain", 1200,
                            "edos", 1200,
                            "implicit_hate", 1500,
                            "ghc", 1500,
                            "cad", 1500,
                            "civil_spans", 1200,
                            "davidson", 1000,
                            "hatemoji_build", 800,
                            "misogyny_eacl", 600));

    private final Path folder;
    private final Corpus corpus;
    private final Random random;

    PublicData(Path folder, Corpus corpus, Random random) {
        this.folder = folder;
        this.corpus = corpus;
        this.random = random;
    }

    List<Example> read() throws IOException {
        var examples = new ArrayList<Example>();
        for (var source : SOURCES.entrySet()) {
            var chosen = chosen(source.getKey(), source.getValue());
            for (var i = 0; i < chosen.size(); i++) {
                var id = source.getKey() + "-" + i;
                var text = chosen.get(i).path("text").asString();
                var targets = Labels.ofPublic(labels(chosen.get(i)));
                examples.add(corpus.plain(id, "public-" + source.getKey(), text, targets));
            }
        }
        return examples;
    }

    private List<JsonNode> chosen(String source, int count) throws IOException {
        var abusive = new ArrayList<JsonNode>();
        var innocent = new ArrayList<JsonNode>();
        try (var lines = lines(folder.resolve(source + ".jsonl.gz"))) {
            lines.lines()
                    .map(Json.mapper()::readTree)
                    .filter(PublicData::fits)
                    .forEach(
                            node -> (labels(node).containsValue(1) ? abusive : innocent).add(node));
        }
        Collections.shuffle(abusive, random);
        Collections.shuffle(innocent, random);
        var some = Math.min(abusive.size(), (int) (count * ABUSIVE));
        var chosen = new ArrayList<>(abusive.subList(0, some));
        chosen.addAll(innocent.subList(0, Math.min(innocent.size(), count - some)));
        return chosen;
    }

    private static boolean fits(JsonNode node) {
        var words = node.path("text").asString().split("\\s+").length;
        return node.path("split").asString("").equals("train")
                && words >= SHORTEST
                && words <= LONGEST;
    }

    private static Map<String, Integer> labels(JsonNode node) {
        var labels = new HashMap<String, Integer>();
        for (var name : Labels.PUBLIC.values()) {
            if (node.path("labels").path(name).isNumber()) {
                labels.put(name, node.path("labels").path(name).asInt());
            }
        }
        return labels;
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
