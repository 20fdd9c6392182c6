package org.handbell.ingest.source.mastodon;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.ingest.source.Harvest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Keeps book over the pages of one fetch: where to go on, and when it is enough. Servers may
/// ignore `limit`, take `max_id` as inclusive or ignore it altogether.
final class MastodonPages {

    /// Most statuses on a page, as asked for: a server that repeats fewer than these has no more.
    static final int FULL_PAGE = 40;

    private final Harvest harvest;
    private final MastodonStatus reader;
    private final Revisits revisits;
    private final @Nullable String known;
    private final Instant since;
    private final Set<String> met = new HashSet<>();
    private @Nullable String newest;
    private @Nullable Instant newestAt;
    private @Nullable String last;

    /// @param known reading may end at this id; null to read on
    /// @param since reading may end at statuses older than this
    MastodonPages(Found found, @Nullable String known, Instant since) {
        this.harvest = found.harvest;
        this.reader = found.reader;
        this.revisits = found.revisits;
        this.known = known;
        this.since = since;
    }

    /// Where what is on the pages goes.
    record Found(Harvest harvest, MastodonStatus reader, Revisits revisits) {}

    /// What a page means for the reading.
    enum After {
        MORE,
        /// All was seen that could be asked for.
        END,
        /// The server repeats itself; nobody knows what it holds back.
        STUCK
    }

    /// @param lastPage whether the server said that no page follows
    After take(List<JsonNode> page, boolean lastPage) {
        var asked = last;
        boolean reached = false;
        int fresh = 0;
        for (var status : page) {
            fresh += met.add(key(status)) ? 1 : 0;
            harvest.take(status.toString(), () -> reader.read(status));
            revisits.met(status);
            remember(status);
            reached |= isReached(status);
        }
        boolean showsAll = fresh == 0 && met.size() < FULL_PAGE;
        if (page.isEmpty() || lastPage || reached || showsAll || isEcho(page, asked)) {
            return After.END;
        }
        return fresh == 0 || last == null || harvest.full() ? After.STUCK : After.MORE;
    }

    /// The `max_id` to ask for next.
    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    MastodonPosition position(String account, MastodonPosition before) {
        var read =
                newest == null
                        ? new MastodonPosition(account, before.newest(), before.at())
                        : new MastodonPosition(account, newest, newestAt);
        return revisits.position(read);
    }

    private static boolean isEcho(List<JsonNode> page, @Nullable String asked) {
        return page.size() == 1 && textOrEmpty(page.getFirst(), "id").equals(asked);
    }

    private boolean isReached(JsonNode status) {
        var id = text(status, "id");
        return id != null && id.equals(known)
                || at(status).map(at -> at.isBefore(since)).orElse(false);
    }

    private void remember(JsonNode status) {
        var id = text(status, "id");
        if (id == null) {
            return;
        }
        last = id;
        var at = at(status).orElse(Instant.EPOCH);
        if (newestAt == null || at.isAfter(newestAt)) {
            newest = id;
            newestAt = at;
        }
    }

    private static String key(JsonNode status) {
        var id = text(status, "id");
        return id == null ? status.toString() : id;
    }

    private static Optional<Instant> at(JsonNode status) {
        try {
            return Optional.of(OffsetDateTime.parse(textOrEmpty(status, "created_at")).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
