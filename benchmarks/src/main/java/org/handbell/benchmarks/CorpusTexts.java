package org.handbell.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// The sentences of the training corpus, to make posts of.
///
/// @param breaching from posts that breach a clause
/// @param innocent from near misses and ordinary posts
record CorpusTexts(List<String> breaching, List<String> innocent) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    CorpusTexts {
        breaching = List.copyOf(breaching);
        innocent = List.copyOf(innocent);
    }

    /// Reads the corpus where it lies in a working copy: below the folder that the run was started
    /// in, or below its parent.
    static CorpusTexts read() {
        return Stream.of("analysis-service/corpus", "../analysis-service/corpus")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .map(CorpusTexts::read)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "analysis-service/corpus not found: start in the working copy"));
    }

    private static CorpusTexts read(Path folder) {
        var breaching = new ArrayList<String>();
        var innocent = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var post = Json.mapper().readTree(line);
                    sentences(post).forEach((innocent(post) ? innocent : breaching)::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus cannot be read", e);
        }
        return new CorpusTexts(breaching, innocent);
    }

    private static boolean innocent(JsonNode post) {
        return post.path("expected").isEmpty();
    }

    private static Stream<String> sentences(JsonNode post) {
        return SENTENCE_END
                .splitAsStream(post.path("text").asString(""))
                .map(String::strip)
                .filter(sentence -> sentence.length() > 3);
    }
}
