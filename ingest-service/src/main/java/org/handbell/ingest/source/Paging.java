package org.handbell.ingest.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads page after page of a list into a harvest, until the list ends, something known comes up,
/// the harvest is full, or the server repeats itself.
public final class Paging {

    private static final int MOST_PAGES = 50;

    private final Harvest harvest;
    private final Asking asking;
    private final Function<JsonNode, Optional<Item>> reader;
    private final Predicate<JsonNode> known;
    private final Set<Integer> met = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    /// @param reader reads one item; empty where it is not ours to collect
    /// @param known whether reading may end with the page that holds this item
    public Paging(
            Harvest harvest,
            Asking asking,
            Function<JsonNode, Optional<Item>> reader,
            Predicate<JsonNode> known) {
        this.harvest = harvest;
        this.asking = asking;
        this.reader = reader;
        this.known = known;
    }

    /// @return how the reading ended, or the outcome of the question that failed; what earlier
    ///   pages brought is in the harvest either way
    public Step<End> read() {
        String token = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var step = asking.page(token).then(this::took);
            if (!(step instanceof Step.Go<After>(var after))) {
                return step.then(_ -> Step.go(End.CUT));
            }
            if (after.end() != null) {
                return Step.go(after.end());
            }
            token = after.next();
        }
        return Step.go(End.CUT);
    }

    private Step<After> took(Page page) {
        boolean reached = false;
        boolean fresh = false;
        for (var item : page.items()) {
            fresh |= met.add(item.hashCode());
            harvest.take(item.toString(), () -> reader.apply(item));
            reached |= known.test(item);
        }
        if (reached) {
            return Step.go(new After(End.REACHED, null));
        }
        var next = page.next();
        if (next == null) {
            return Step.go(new After(harvest.full() ? End.CUT : End.ALL, null));
        }
        boolean stuck = (!fresh && !page.items().isEmpty()) || !asked.add(next);
        return Step.go(stuck || harvest.full() ? new After(End.CUT, null) : new After(null, next));
    }

    /// How a reading ended.
    public enum End {
        /// Everything was seen that the platform lists.
        ALL,
        /// Something known came up.
        REACHED,
        /// There is more, or nobody knows.
        CUT;

        /// How this reading and another one ended together: cut where one of them was.
        public End and(End other) {
            return other == ALL ? this : this == CUT ? CUT : other;
        }
    }

    /// A page of a list.
    ///
    /// @param next what to ask for next, in the platform's own words; null on the last page
    public record Page(List<JsonNode> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /// Asks for a page.
    @FunctionalInterface
    public interface Asking {

        /// @param token null for the first page
        Step<Page> page(@Nullable String token);
    }

    private record After(@Nullable End end, @Nullable String next) {}
}
