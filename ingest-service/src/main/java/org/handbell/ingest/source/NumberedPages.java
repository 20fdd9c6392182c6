package org.handbell.ingest.source;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Web;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns the pages of one list that have numbers. Such pages shift while somebody posts or deletes:
/// where the total has changed in between, the page before is read once more. Pages that repeat
/// themselves end the reading.
public final class NumberedPages {

    private static final int MOST_REQUESTS = 30;

    private final Web web;
    private final Harvest harvest;
    private final Listed list;
    private final Set<String> met = new HashSet<>();
    private int page = 1;
    private int furthest;
    private @Nullable String total;
    private boolean shifted;

    public NumberedPages(Web web, Harvest harvest, Listed list) {
        this.web = web;
        this.harvest = harvest;
        this.list = list;
    }

    /// One list of a platform.
    public interface Listed {

        /// Where a page is, from 1 on.
        URI page(int number);

        /// What the answer for a page holds.
        Step<Page> opened(Reply reply, int number);

        /// One record, as a source reads it.
        Optional<Item> item(JsonNode record);

        /// Whether a record shows that the rest is known. Must not throw.
        boolean reached(JsonNode record);

        /// What is kept of a record that cannot be read.
        default String original(JsonNode record) {
            return record.toString();
        }

        /// Most items after which reading ends.
        default int most() {
            return Harvest.MOST;
        }
    }

    /// A page.
    ///
    /// @param last whether it is the last one, as far as the platform says
    /// @param total how many records there are in all; null where the platform does not say
    public record Page(List<JsonNode> records, boolean last, @Nullable String total) {

        public Page {
            records = List.copyOf(records);
        }

        /// What lies behind the last page.
        public static Page none() {
            return new Page(List.of(), true, null);
        }
    }

    /// Asks for the first page.
    public Reply first() {
        return web.get(Query.json(list.page(1)));
    }

    /// Reads the list on from its first page.
    ///
    /// @return whether it was read to its end, without anything shifting
    public Step<Boolean> read(Reply first) {
        var reply = first;
        for (int requests = 0; requests < MOST_REQUESTS; requests++) {
            var step = list.opened(reply, page).then(opened -> Step.go(take(opened)));
            if (!(step instanceof Step.Go<After>(var after))) {
                return step.then(_ -> Step.go(false));
            }
            if (after != After.MORE) {
                return Step.go(after == After.END && !shifted);
            }
            reply = web.get(Query.json(list.page(page)));
        }
        return Step.go(false);
    }

    private enum After {
        MORE,
        END,
        /// What follows is known, too much, or not to be had.
        ENOUGH
    }

    private After take(Page opened) {
        boolean reached = false;
        int fresh = 0;
        for (var record : opened.records) {
            fresh += met.add(key(record)) ? 1 : 0;
            harvest.take(list.original(record), () -> list.item(record));
            reached |= list.reached(record);
        }
        boolean stuck = fresh == 0 && page > furthest && !opened.records.isEmpty();
        if (reached || stuck || harvest.size() >= list.most()) {
            return After.ENOUGH;
        }
        if (opened.last) {
            return After.END;
        }
        furthest = Math.max(furthest, page);
        page = hasShifted(opened) && page > 1 ? page - 1 : page + 1;
        return After.MORE;
    }

    private boolean hasShifted(Page opened) {
        var before = total;
        total = opened.total;
        boolean changed = before != null && !before.equals(total);
        shifted |= changed;
        return changed;
    }

    private static String key(JsonNode record) {
        var id = record.path("id");
        return id.isMissingNode() ? record.toString() : id.toString();
    }
}
