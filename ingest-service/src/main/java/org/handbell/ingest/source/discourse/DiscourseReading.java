package org.handbell.ingest.source.discourse;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// One reading of a forum, a topic or a person.
final class DiscourseReading {

    private static final int WINDOW = 50;
    private static final int MOST_WINDOWS = 40;

    private final DiscourseGathering gathering;
    private final DiscourseAddress address;
    private final Instant notice;

    DiscourseReading(DiscourseGathering gathering, Registered account) {
        this.gathering = gathering;
        this.address = gathering.address();
        var from = account.collectFrom();
        this.notice =
                from == null
                        ? Instant.EPOCH
                        : from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Fetch read() {
        var topics = new DiscourseTopics(gathering);
        var read =
                switch (address.part()) {
                    case FORUM -> forum();
                    case TOPIC -> topics.topic();
                    case PERSON -> topics.person();
                };
        return read.end(gathering::fetched);
    }

    /// A window is one of numbers: it may be empty, since numbers are also spent on what strangers
    /// do not see. Windows overlap by one, whether or not the forum counts the number asked for in.
    private Step<Boolean> forum() {
        var window = window(address.newest());
        long from = Long.MAX_VALUE;
        for (int windows = 0; windows < MOST_WINDOWS; windows++) {
            if (!(window instanceof Step.Go<List<JsonNode>>(var posts))) {
                return window.then(_ -> Step.go(false));
            }
            if (isIgnored(posts, from)) {
                return Step.go(false);
            }
            gathering.take(posts, null);
            from = next(posts, from);
            if (from <= 1 || reached(posts) || gathering.isFull()) {
                return Step.go(from <= 1 || older(posts));
            }
            window = window(address.before(from));
        }
        return Step.go(false);
    }

    /// Whether the forum shows what was not asked for.
    private static boolean isIgnored(List<JsonNode> posts, long from) {
        return posts.stream().mapToLong(DiscourseRecord::number).anyMatch(n -> n > from);
    }

    /// Where to go on below; 1 where nothing is left.
    private static long next(List<JsonNode> posts, long from) {
        var lowest =
                posts.stream()
                        .mapToLong(DiscourseRecord::number)
                        .filter(number -> number > 0)
                        .min()
                        .orElse(from);
        if (lowest < from) {
            return lowest;
        }
        return from == Long.MAX_VALUE ? 1 : from - WINDOW + 1;
    }

    private boolean reached(List<JsonNode> posts) {
        return older(posts)
                || posts.stream().mapToLong(DiscourseRecord::number).anyMatch(gathering::isKnown);
    }

    /// One post of an old date among others was dated back; a whole window is the past.
    private boolean older(List<JsonNode> posts) {
        return !posts.isEmpty() && posts.stream().allMatch(p -> at(p).isBefore(notice));
    }

    private Step<List<JsonNode>> window(URI uri) {
        return gathering.ask(uri).then(json -> DiscourseGathering.list(json, "latest_posts"));
    }

    private static Instant at(JsonNode post) {
        try {
            var at = text(post, "created_at");
            return at == null ? Instant.MAX : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
