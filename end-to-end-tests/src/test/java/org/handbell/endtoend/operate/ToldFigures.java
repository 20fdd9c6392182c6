package org.handbell.endtoend.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The figures that the READMEs of the services list.
final class ToldFigures {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES =
            List.of("ingest-service", "analysis-service", "case-service", "notification-service");

    private ToldFigures() {}

    /// Names as Prometheus has them, those of a histogram without their last part.
    static Set<String> all() throws IOException {
        var told = new TreeSet<String>();
        for (var service : SERVICES) {
            var text = Files.readString(ROOT.resolve(service).resolve("README.md"));
            for (var line : text.lines().filter(l -> l.startsWith("| `handbell_")).toList()) {
                told.addAll(figures(line.split("\\|", -1)[1]));
            }
        }
        return told;
    }

    /// `handbell_a_b_total{x}`, `…_c_total` stands for handbell_a_b_total and for some beginning of
    /// it with _c_total after it; the tables leave open which, so every beginning counts.
    private static Set<String> figures(String cell) {
        var figures = new TreeSet<String>();
        var first = "";
        for (var word : cell.split("`", -1)) {
            var name = word.replaceAll("\\{.*", "").strip();
            if (name.startsWith("handbell_")) {
                first = name;
                figures.add(name);
            } else if (name.startsWith("…_")) {
                figures.addAll(beginnings(first, name.substring(1)));
            }
        }
        return figures;
    }

    private static List<String> beginnings(String first, String end) {
        return IntStream.range(1, first.length())
                .filter(at -> first.charAt(at) == '_')
                .mapToObj(at -> first.substring(0, at) + end)
                .toList();
    }
}
