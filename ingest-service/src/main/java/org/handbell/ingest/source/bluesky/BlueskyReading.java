package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.handbell.contract.Action;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One fetch of one repository, collection by collection, newest record keys first.
final class BlueskyReading {

    private static final String PAGE = "100";
    private static final int MOST_PAGES = 20;

    private final Identities.Home home;
    private final BlueskyPosition before;
    private final Depth depth;
    private final Instant since;
    private final Harvest harvest = new Harvest();
    private final Map<String, String> newest = new HashMap<>();
    private boolean complete;

    /// @param since reading may end at records made before this
    BlueskyReading(Identities.Home home, BlueskyPosition before, Depth depth, Instant since) {
        this.home = home;
        this.before = before;
        this.depth = depth;
        this.since = since;
        this.complete = depth == Depth.SWEEP;
        if (before.newest() != null) {
            newest.putAll(before.newest());
        }
    }

    Step<BlueskyReading> posts(XrpcClient xrpc, BlueskyRecord record) {
        return collection(xrpc, AtUri.POST, entry -> Optional.of(record.post(entry)));
    }

    Step<BlueskyReading> engagements(
            XrpcClient xrpc, String collection, BlueskyRecord record, Subjects subjects) {
        var action = collection.equals(AtUri.LIKE) ? Action.LIKE : Action.SHARE;
        return collection(
                xrpc,
                collection,
                entry -> {
                    if (isKnown(entry, collection)) {
                        return Optional.empty();
                    }
                    var words = subjects.words(BlueskyRecord.subject(entry));
                    complete &= words.isPresent();
                    return words.map(w -> record.engagement(entry, action, w));
                });
    }

    /// Between sweeps the words of a repost that was read before are not asked for again.
    private boolean isKnown(JsonNode entry, String collection) {
        var stop = depth == Depth.NEWEST ? before.newest(collection) : null;
        var key = AtUri.of(textOrEmpty(entry, "uri")).map(AtUri::key).orElse("");
        return stop != null && Tid.is(key) && key.compareTo(stop) <= 0;
    }

    Fetch fetched() {
        var position = new BlueskyPosition(home.did(), home.server(), Map.copyOf(newest));
        return harvest.fetched(position.pack(), complete);
    }

    private Step<BlueskyReading> collection(
            XrpcClient xrpc, String collection, Function<JsonNode, Optional<Item>> reading) {
        var met = new HashSet<String>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var step =
                    xrpc.ask(
                            home.server(),
                            "com.atproto.repo.listRecords",
                            query(collection, cursor));
            if (!(step instanceof Step.Go<JsonNode>(var answer))) {
                return step.then(_ -> Step.go(this));
            }
            if (!answer.path("records").isArray()) {
                return Step.refused("the answer has no list of records");
            }
            int known = met.size();
            boolean reached = take(answer.path("records"), collection, reading, met);
            cursor = textOrEmpty(answer, "cursor");
            if (reached || answer.path("records").isEmpty() || cursor.isEmpty()) {
                return Step.go(this);
            }
            if (met.size() == known || harvest.full()) {
                break;
            }
        }
        complete = false;
        return Step.go(this);
    }

    private boolean take(
            JsonNode records,
            String collection,
            Function<JsonNode, Optional<Item>> reading,
            HashSet<String> met) {
        var stop = depth == Depth.NEWEST ? before.newest(collection) : null;
        boolean reached = false;
        for (var entry : records.values()) {
            var uri = textOrEmpty(entry, "uri");
            if (met.add(uri.isEmpty() ? entry.toString() : uri)) {
                harvest.take(entry.toString(), () -> reading.apply(entry));
            }
            var key = AtUri.of(uri).map(AtUri::key).filter(Tid::is).orElse(null);
            reached |= isReached(key, stop);
            remember(collection, key);
        }
        return reached;
    }

    private boolean isReached(@Nullable String key, @Nullable String stop) {
        if (key == null) {
            return false;
        }
        return stop != null && key.compareTo(stop) <= 0
                || Tid.time(key).map(t -> t.isBefore(since)).orElse(false);
    }

    private void remember(String collection, @Nullable String key) {
        if (key != null) {
            newest.merge(collection, key, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }

    private Map<String, String> query(String collection, String cursor) {
        var query =
                new HashMap<>(Map.of("repo", home.did(), "collection", collection, "limit", PAGE));
        if (!cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        return query;
    }
}
