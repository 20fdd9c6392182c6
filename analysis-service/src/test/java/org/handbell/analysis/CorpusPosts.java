package org.handbell.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.wire.Json;

/// What the posts of the training corpus say, to try readers of text on.
public final class CorpusPosts {

    private CorpusPosts() {}

    /// The texts of all posts, and each once more in capitals, in small letters and disguised.
    public static List<String> texts() {
        var texts = new ArrayList<String>();
        for (var text : written()) {
            texts.add(text);
            texts.add(text.toUpperCase(java.util.Locale.ROOT));
            texts.add(text.toLowerCase(java.util.Locale.ROOT).replace('e', '3'));
        }
        return texts;
    }

    private static List<String> written() {
        var texts = new ArrayList<String>();
        try (var files = Files.list(Path.of("corpus"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    texts.add(Json.mapper().readTree(line).path("text").asString(""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus cannot be read", e);
        }
        return texts;
    }
}
