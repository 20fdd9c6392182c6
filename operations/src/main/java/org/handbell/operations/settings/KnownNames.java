package org.handbell.operations.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Every name that some part of Handbell reads, of all four services: they may share one file of
/// variables. A test of the standalone holds the list against what the services bind.
///
/// @param bound names that a record of settings binds, as in a settings file:
///   `handbell.ingest.poll.fastest`; with `*` at its end it stands for all that begin so
/// @param elsewhere names that are read without a record: by scripts, tests and placeholders
public record KnownNames(List<String> bound, List<String> elsewhere) {

    /// Where the list lies on the class path.
    public static final String FILE = "operations/settings.txt";

    private static final String ELSEWHERE = "# Elsewhere";

    public KnownNames {
        bound = List.copyOf(bound);
        elsewhere = List.copyOf(elsewhere);
    }

    /// The list that is shipped.
    public static KnownNames shipped() {
        try (var file = KnownNames.class.getClassLoader().getResourceAsStream(FILE)) {
            var text = new String(Objects.requireNonNull(file, FILE).readAllBytes(), UTF_8);
            var parts = text.split(ELSEWHERE, 2);
            return new KnownNames(lines(parts[0]), lines(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + FILE, e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("handbell."))
                .toList();
    }

    private Stream<String> all() {
        return Stream.concat(bound.stream(), elsewhere.stream());
    }

    /// Whether the name is on the list, in whichever spelling Spring Boot takes it.
    public boolean holds(String name) {
        var asked = bare(name);
        return all().anyMatch(known ->
                known.endsWith("*") ? asked.startsWith(bare(known)) : asked.equals(bare(known)));
    }

    /// The name on the list that looks most like it.
    String nearest(String name) {
        var asked = bare(name);
        return all().min(Comparator.comparingInt(known -> distance(asked, bare(known))))
                .orElseThrow();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[.*|[^a-z0-9]", "");
    }

    /// How many characters must be changed, added or left out.
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
