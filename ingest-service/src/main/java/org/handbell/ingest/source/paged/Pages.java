package org.handbell.ingest.source.paged;

import static org.handbell.ingest.source.Fields.text;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Walks over the pages of a list, within bounds.
public final class Pages {

    private static final int MOST_PAGES = 50;

    private Pages() {}

    /// How a walk ended.
    public enum End {
        /// The list was read to its end.
        ALL,
        /// The reader had enough.
        ENOUGH,
        /// The platform repeats itself, or has more pages than are read.
        STUCK
    }

    /// @param asking answers with the page that begins there; empty for the first one
    /// @param more takes the entries of a page that were not met before; false where it is enough
    public static Step<End> over(
            Function<String, Step<Page>> asking, Predicate<List<JsonNode>> more) {
        var met = new HashSet<String>();
        var asked = new HashSet<String>();
        var next = "";
        for (int pages = 0; pages < MOST_PAGES && asked.add(next); pages++) {
            var step = asking.apply(next);
            if (!(step instanceof Step.Go<Page>(var page))) {
                return step.then(_ -> Step.go(End.STUCK));
            }
            var fresh = page.entries().stream().filter(entry -> met.add(key(entry))).toList();
            if (!more.test(fresh)) {
                return Step.go(End.ENOUGH);
            }
            if (page.next() == null) {
                return Step.go(End.ALL);
            }
            if (fresh.isEmpty() && !page.entries().isEmpty()) {
                return Step.go(End.STUCK);
            }
            next = page.next();
        }
        return Step.go(End.STUCK);
    }

    private static String key(JsonNode entry) {
        var id = text(entry, "id");
        return id == null ? entry.toString() : id;
    }
}
