package org.handbell.ingest.source.mastodon;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.ingest.source.Source.Depth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What must be asked for by itself after the pages were read: how statuses that were edited since
/// the last look were in between, and polls that have ended since and are on no page any more.
final class Revisits {

    /// Most histories, and most polls, of one fetch.
    static final int MOST = 20;

    private static final Duration AFTER_THE_END = Duration.ofDays(1);

    private final MastodonPosition before;
    private final @Nullable Instant seenUntil;
    private final boolean sweep;
    private final Instant now;
    private final List<JsonNode> edited = new ArrayList<>();
    private final Map<String, Instant> open;
    private final Set<String> shown = new HashSet<>();
    private @Nullable Instant latest;
    private boolean unanswered;

    Revisits(MastodonPosition before, Depth depth, Instant now) {
        this.before = before;
        this.sweep = depth == Depth.SWEEP;
        this.seenUntil = sweep ? before.swept() : before.edited();
        this.now = now;
        this.open = new HashMap<>(before.openPolls());
        this.latest = before.edited();
    }

    /// A status is on a page.
    void met(JsonNode status) {
        var at = time(status, "edited_at");
        if (at != null) {
            latest = latest == null || at.isAfter(latest) ? at : latest;
            if (seenUntil != null && at.isAfter(seenUntil) && edited.size() < MOST) {
                edited.add(status);
            }
        }
        poll(textOrEmpty(status, "id"), status.path("poll"));
    }

    /// Statuses that were edited after what was seen, newest first. Before the first look nothing
    /// is looked up: what was edited then is as it is.
    List<JsonNode> edited() {
        return List.copyOf(edited);
    }

    /// Ids of statuses whose polls have ended and that no page showed.
    List<String> ended() {
        return open.entrySet().stream()
                .filter(poll -> !poll.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .filter(id -> !shown.contains(id))
                .toList();
    }

    /// The server has said all it will say of a poll.
    void closed(String id) {
        open.remove(id);
    }

    /// A question had no answer: it is put again at the next look.
    void unanswered() {
        unanswered = true;
    }

    /// A server that knows of no edit yet has shown all of them: without that, the first edit ever
    /// would be taken for an old one.
    MastodonPosition position(MastodonPosition pages) {
        var seen = unanswered ? seenUntil : latest == null ? Instant.EPOCH : latest;
        return new MastodonPosition(
                pages.account(),
                pages.newest(),
                pages.at(),
                sweep && unanswered ? before.edited() : seen,
                sweep ? seen : before.swept(),
                soonest());
    }

    private Map<String, Instant> soonest() {
        return open.entrySet().stream()
                .filter(poll -> poll.getValue().isAfter(now.minus(AFTER_THE_END)))
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void poll(String id, JsonNode poll) {
        shown.add(id);
        var ends = time(poll, "expires_at");
        var tracked = ends != null && id.matches(MastodonSource.ID);
        if (tracked && !poll.path("expired").booleanValue(false)) {
            open.put(id, ends);
        } else {
            open.remove(id);
        }
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        var value = text(node, field);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
