package org.handbell.endtoend.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /// `handbell_a_b_total{x}, …_c_total` stands for handbell_a_b_total and handbell_a_c_total.
    private static List<String> figures(String cell) {
        var figures = new ArrayList<String>();
        for (var word : cell.split("`")) {
            var name = word.replaceAll("\\{.*", "").strip();
            if (name.startsWith("…_")) {
                var first = figures.getFirst();
                var parts = name.substring(2).split("_").length;
                figures.add(
                        first.replaceFirst("(_[a-z]+){" + parts + "}$", "_" + name.substring(2)));
            } else if (name.startsWith("handbell_")) {
                figures.add(name);
            }
        }
        return figures;
    }
}
