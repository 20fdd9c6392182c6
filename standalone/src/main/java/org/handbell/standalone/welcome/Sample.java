package org.handbell.standalone.welcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One figure in Prometheus's text form.
record Sample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)(?: \\d+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// All figures of a page; comments and what is no figure are passed over.
    static List<Sample> read(String page) {
        return page.lines().map(Sample::of).flatMap(Optional::stream).toList();
    }

    String label(String label) {
        return labels.getOrDefault(label, "");
    }

    private static Optional<Sample> of(String line) {
        var match = LINE.matcher(line);
        if (line.startsWith("#") || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Sample(
                        match.group(1),
                        labels(match.group(2) == null ? "" : match.group(2)),
                        value(match.group(3))));
    }

    private static Map<String, String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
