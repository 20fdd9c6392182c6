package org.handbell.ingest.source.paged;

import static org.handbell.ingest.source.Fields.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One fetch of one account: its items page by page, and under each the comments, before the next
/// page. Between sweeps, comments are read where an item says that it has more or fewer than
/// before. A list of comments that is refused takes nothing from the items.
public final class PagedReading {

    /// Most comments of one fetch, so that they leave room for items.
    private static final int MOST_COMMENTS = 200;

    private final Entries entries;
    private final PagedPosition before;
    private final Depth depth;
    private final Instant since;
    private final Harvest harvest = new Harvest();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> newest = new ArrayList<>();
    private @Nullable Comments under;
    private int comments;
    private int itemsLeft;
    private boolean whole = true;
    private boolean begun;
    private boolean old;

    /// @param since reading may end at items older than this
    public PagedReading(Entries entries, PagedPosition before, Depth depth, Instant since) {
        this.entries = entries;
        this.before = before;
        this.depth = depth;
        this.since = since;
    }

    /// Asks for a page of the comments under an item.
    public interface Comments {

        Step<Page> page(String itemId, String next);
    }

    /// Reads comments as well.
    ///
    /// @param items most items whose comments are read in this fetch
    public PagedReading withComments(int items, Comments asking) {
        itemsLeft = items;
        under = asking;
        return this;
    }

    /// Reads a list; a fetch may read several.
    ///
    /// @param asking as in [Pages#over]
    public Step<PagedReading> items(Function<String, Step<Page>> asking) {
        begun = false;
        old = false;
        return Pages.over(asking, this::take)
                .then(end -> {
                    whole &= old || end == Pages.End.ALL;
                    return Step.go(this);
                });
    }

    /// @param account the account's number
    public Fetch fetched(String account) {
        var last = newest.isEmpty() ? before.newest() : newest;
        var position = new PagedPosition(account, last, counts);
        return harvest.fetched(position.pack(), depth == Depth.SWEEP && whole && !harvest.full());
    }

    private boolean take(List<JsonNode> page) {
        boolean reached = false;
        for (var entry : page) {
            harvest.take(entry.toString(), () -> entries.item(entry));
            var id = text(entry, "id");
            if (id != null) {
                begin(id);
                reached |= depth == Depth.NEWEST && before.newest().contains(id);
            }
        }
        page.forEach(this::comments);
        old = isOld(page);
        return !reached && !harvest.full() && !old;
    }

    private void begin(String id) {
        if (!begun) {
            newest.add(id);
            begun = true;
        }
    }

    /// Pinned and backdated items may stand among newer ones: only a whole page of old ones ends
    /// the reading, and what is older still is none of ours.
    private boolean isOld(List<JsonNode> page) {
        return !page.isEmpty()
                && page.stream()
                        .allMatch(entry ->
                                entries.sortedBy(entry)
                                        .map(at -> at.isBefore(since))
                                        .orElse(false));
    }

    private void comments(JsonNode entry) {
        var id = text(entry, "id");
        var asking = under;
        int count = entries.comments(entry);
        if (count <= 0 || id == null || asking == null) {
            return;
        }
        if (isKnown(id, count)) {
            counts.put(id, count);
        } else if (itemsLeft > 0 && comments < MOST_COMMENTS) {
            itemsLeft--;
            var end = Pages.over(next -> asking.page(id, next), page -> take(page, entry));
            if (end instanceof Step.Go<Pages.End>) {
                counts.put(id, count);
            } else {
                under = null;
            }
        }
    }

    private boolean isKnown(String id, int count) {
        return depth == Depth.NEWEST && Integer.valueOf(count).equals(before.comments().get(id));
    }

    private boolean take(List<JsonNode> page, JsonNode entry) {
        for (var comment : page) {
            take(comment, entry);
            entries.replies(comment).forEach(reply -> take(reply, entry));
        }
        return comments < MOST_COMMENTS && !harvest.full();
    }

    private void take(JsonNode comment, JsonNode entry) {
        if (harvest.take(comment.toString(), () -> entries.comment(comment, entry))) {
            comments++;
        }
    }
}
