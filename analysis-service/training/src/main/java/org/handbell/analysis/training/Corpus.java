package org.handbell.analysis.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.analyse.CaseLine;
import org.handbell.analysis.analyse.RegisterFile;
import org.handbell.analysis.analyse.Switched;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.meaning.Grams;
import org.handbell.analysis.meaning.Script;
import org.handbell.analysis.meaning.WordPieces;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// The posts of the corpus, read as the analysis reads posts.
final class Corpus {

    private final KeyedHash hash = new KeyedHash(new byte[KeyedHash.MIN_KEY_BYTES]);
    private final Judge judge =
            new Judge(new YamlPacks().read("classpath*:policy/pack-*.yml"), hash);
    private final Path folder;
    private final WordPieces pieces;
    private final int longest;
    private final Map<String, RegisterFile> registers = new HashMap<>();

    /// @param longest longest text in ids; a longer one is cut to the part that is marked
    Corpus(Path folder, WordPieces pieces, int longest) {
        this.folder = folder;
        this.pieces = pieces;
        this.longest = longest;
    }

    List<Example> read() throws IOException {
        var examples = new ArrayList<Example>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    examples.add(example(file.getFileName().toString(), line));
                }
            }
        }
        return examples;
    }

    /// A text without a register's world around it, as a member of staff might post it.
    Example plain(String id, String source, String text, Labels.Targets targets) {
        var post = Json.mapper().createObjectNode();
        post.put("id", id);
        post.put("account", "cal-ac-01");
        post.put("platform", "mastodon");
        post.put("action", "post");
        post.put("postedAt", "2026-11-21T12:00:00Z");
        post.put("text", text);
        var script = judge.script(around("calderwick", post.toString()));
        return example(id, source, script, new boolean[script.pieces().size()], targets);
    }

    private Example example(String source, String line) {
        var node = Json.mapper().readTree(line);
        var around = around(node.path("register").asString(), line);
        var script = judge.script(around);
        var marked = marked(script, PostText.of(around.post()), node.path("marks"));
        var targets = Labels.ofPost(judged(node));
        return example(node.path("id").asString(), source, script, marked, targets);
    }

    private Example example(
            String id, String source, Script script, boolean[] marked, Labels.Targets targets) {
        var written = pieces.write(script);
        var places = new ArrayList<Integer>();
        for (var i = 0; i < written.length(); i++) {
            if (written.pieces()[i] >= 0 && marked[written.pieces()[i]]) {
                places.add(i);
            }
        }
        var part = Part.of(written.ids(), places, longest);
        return new Example(
                id, source, part.ids(), part.marked(), Grams.of(script.pieces()), targets);
    }

    private org.handbell.analysis.detect.Circumstances around(String register, String line) {
        return registers
                .computeIfAbsent(register, this::register)
                .around(CaseLine.read(line.getBytes(StandardCharsets.UTF_8)));
    }

    private RegisterFile register(String name) {
        return RegisterFile.read(
                folder.resolve("register-" + name + ".json"), Switched.USUAL, hash);
    }

    private static boolean[] marked(Script script, PostText text, JsonNode marks) {
        var marked = new boolean[script.pieces().size()];
        for (var mark : marks) {
            for (var reading : text.readings()) {
                var from = reading.original().indexOf(mark.asString());
                for (var i = 0; from >= 0 && i < marked.length; i++) {
                    var span = script.pieces().get(i).span();
                    marked[i] |=
                            span != null
                                    && span.field().equals(reading.field())
                                    && span.start() >= from
                                    && span.end() <= from + mark.asString().length();
                }
            }
        }
        return marked;
    }

    private static Labels.Judged judged(JsonNode node) {
        var facets = new HashSet<String>();
        node.path("facets").path("about").forEach(a -> facets.add("about:" + a.asString()));
        for (var one : List.of("stance", "act", "to")) {
            facets.add(one + ":" + node.path("facets").path(one).asString(""));
        }
        var gravity = new HashSet<String>();
        gravity.add("sev:" + node.path("severity").asString());
        node.path("route")
                .forEach(r ->
                        gravity.add("route:" + r.asString().replace("governance", "disciplinary")));
        return new Labels.Judged(
                texts(node.path("expected")), texts(node.path("allowed")), facets, gravity);
    }

    private static Set<String> texts(JsonNode nodes) {
        var texts = new HashSet<String>();
        nodes.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    /// As much of a long text as is read at once: its first ids, and from there on or from shortly
    /// before what is marked.
    private record Part(int[] ids, int[] marked) {

        private static final int FRAME = 6;
        private static final int BEFORE = 40;

        static Part of(int[] ids, List<Integer> marked, int longest) {
            var from = 0;
            if (!marked.isEmpty() && marked.getLast() >= longest - 1) {
                from = Math.clamp(marked.getFirst() - BEFORE, 0, ids.length - longest);
            }
            var length = Math.min(ids.length, longest);
            var part = java.util.Arrays.copyOfRange(ids, from, from + length);
            if (from > 0) {
                System.arraycopy(ids, 0, part, 0, FRAME);
            }
            part[length - 1] = ids[ids.length - 1];
            var start = from;
            var kept = from > 0 ? FRAME : 0;
            return new Part(
                    part,
                    marked.stream()
                            .mapToInt(at -> at - start)
                            .filter(at -> at >= kept && at < length - 1)
                            .toArray());
        }
    }
}
