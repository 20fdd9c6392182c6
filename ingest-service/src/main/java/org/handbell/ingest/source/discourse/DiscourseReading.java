package org.handbell.ingest.source.discourse;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of a forum, a topic or a person.
final class DiscourseReading {

    private static final int WINDOW = 50;
    private static final int MOST_WINDOWS = 40;
    private static final int MOST_ACTION_PAGES = 20;
    private static final int MOST_BATCHES = 100;
    private static final int BATCH = 20;

    private final Web web;
    private final DiscourseAddress address;
    private final DiscourseRecord reader;
    private final Instant notice;
    private final DiscoursePosition before;
    private final Depth depth;
    private final Harvest harvest = new Harvest();
    private final Set<Long> met = new HashSet<>();
    private long newest;

    DiscourseReading(
            Web web,
            Registered account,
            DiscourseAddress address,
            DiscoursePosition before,
            Depth depth) {
        this.web = web;
        this.address = address;
        this.reader = new DiscourseRecord(address, account.kind() != Kind.PERSONAL);
        var from = account.collectFrom();
        this.notice =
                from == null
                        ? Instant.EPOCH
                        : from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        this.before = before;
        this.depth = depth;
        this.newest = before.newest();
    }

    Fetch read() {
        var read =
                switch (address.part()) {
                    case FORUM -> forum();
                    case TOPIC -> topic();
                    case PERSON -> person();
                };
        return read.end(whole ->
                harvest.fetched(
                        new DiscoursePosition(newest).pack(),
                        depth == Depth.SWEEP && whole && !harvest.full()));
    }

    /// A window is one of numbers: it may be empty, since numbers are also spent on what strangers
    /// do not see. Windows overlap by one, whether or not the forum counts the number asked for in.
    private Step<Boolean> forum() {
        var window = ask(address.newest(), "latest_posts");
        long from = Long.MAX_VALUE;
        for (int windows = 0; windows < MOST_WINDOWS; windows++) {
            if (!(window instanceof Step.Go<List<JsonNode>>(var posts))) {
                return window.then(_ -> Step.go(false));
            }
            if (isIgnored(posts, from)) {
                return Step.go(false);
            }
            take(posts, null);
            from = next(posts, from);
            if (from <= 1 || reached(posts) || harvest.full()) {
                return Step.go(from <= 1 || older(posts));
            }
            window = ask(address.before(from), "latest_posts");
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
                || (depth == Depth.NEWEST
                        && posts.stream()
                                .mapToLong(DiscourseRecord::number)
                                .anyMatch(number -> number > 0 && number <= before.newest()));
    }

    /// One post of an old date among others was dated back; a whole window is the past.
    private boolean older(List<JsonNode> posts) {
        return !posts.isEmpty() && posts.stream().allMatch(p -> at(p).isBefore(notice));
    }

    private Step<Boolean> topic() {
        var asked = Answers.json(web.get(Query.json(address.topic(address.name()))));
        return asked.then(topic -> {
            var stream = topic.path("post_stream");
            if (!stream.path("posts").isArray() || !stream.path("stream").isArray()) {
                return Step.refused("the answer is not a topic");
            }
            var title = text(topic, "title");
            take(List.copyOf(stream.path("posts").values()), title);
            var wanted = new ArrayList<Long>();
            stream.path("stream").values().forEach(n -> want(n, wanted));
            var newestFirst = wanted.reversed();
            int most = Harvest.MOST - harvest.size();
            var batch = newestFirst.subList(0, Math.min(newestFirst.size(), Math.max(0, most)));
            return batches(Map.of(address.name(), new Wanted(batch, title)))
                    .then(all -> Step.go(all && batch.size() == newestFirst.size()));
        });
    }

    private void want(JsonNode number, List<Long> wanted) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            var value = number.longValue();
            var known = depth == Depth.NEWEST && value <= before.newest();
            if (!met.contains(value) && !known) {
                wanted.add(value);
            }
        }
    }

    private Step<Boolean> person() {
        var wanted = new LinkedHashMap<String, Wanted>();
        var listed = new HashSet<Long>();
        boolean whole = false;
        for (int pages = 0; pages < MOST_ACTION_PAGES && !whole; pages++) {
            var page = ask(address.actions(listed.size()), "user_actions");
            if (!(page instanceof Step.Go<List<JsonNode>>(var actions))) {
                return page.then(_ -> Step.go(false));
            }
            int known = listed.size();
            actions.forEach(action -> want(action, listed, wanted));
            whole = actions.isEmpty();
            if (listed.size() == known || listed.size() >= Harvest.MOST || isKnown(actions)) {
                break;
            }
        }
        boolean end = whole;
        return batches(wanted).then(all -> Step.go(all && end));
    }

    private void want(JsonNode action, Set<Long> listed, Map<String, Wanted> wanted) {
        var number = DiscourseRecord.number(action, "post_id");
        var topic = DiscourseRecord.number(action, "topic_id");
        if (number == 0 || topic == 0) {
            harvest.take(
                    action.toString(),
                    () -> {
                        throw new MalformedItemException(
                                "post_id or topic_id is missing or not a number");
                    });
            return;
        }
        boolean known = depth == Depth.NEWEST && number <= before.newest();
        if (listed.add(number) && !known) {
            wanted.computeIfAbsent(
                            Long.toString(topic),
                            _ -> new Wanted(new ArrayList<>(), text(action, "title")))
                    .numbers
                    .add(number);
        }
    }

    private boolean isKnown(List<JsonNode> actions) {
        return depth == Depth.NEWEST
                && actions.stream()
                        .mapToLong(action -> DiscourseRecord.number(action, "post_id"))
                        .anyMatch(number -> number > 0 && number <= before.newest());
    }

    /// Reads posts topic by topic. A topic that was closed to strangers meanwhile is passed over;
    /// trouble ends the reading, so that the position does not move past what was not read.
    ///
    /// @return whether none was passed over
    private Step<Boolean> batches(Map<String, Wanted> wanted) {
        boolean all = true;
        int batches = 0;
        for (var topic : wanted.entrySet()) {
            var numbers = topic.getValue().numbers;
            for (int from = 0; from < numbers.size(); from += BATCH) {
                if (batches++ == MOST_BATCHES) {
                    return Step.go(false);
                }
                var batch = numbers.subList(from, Math.min(numbers.size(), from + BATCH));
                switch (batch(topic.getKey(), batch)) {
                    case Step.Go<List<JsonNode>>(var posts) -> take(posts, topic.getValue().title);
                    case Step.Stop<List<JsonNode>>(Fetch.Refused closed) -> all = false;
                    case Step.Stop<List<JsonNode>>(var trouble) -> {
                        return new Step.Stop<>(trouble);
                    }
                }
            }
        }
        return Step.go(all);
    }

    private Step<List<JsonNode>> batch(String topic, List<Long> numbers) {
        return Answers.json(web.get(Query.json(address.posts(topic, numbers))))
                .then(json -> list(json.path("post_stream"), "posts"));
    }

    private Step<List<JsonNode>> ask(URI uri, String field) {
        return Answers.json(web.get(Query.json(uri))).then(json -> list(json, field));
    }

    private static Step<List<JsonNode>> list(JsonNode json, String field) {
        return json.path(field).isArray()
                ? Step.go(List.copyOf(json.path(field).values()))
                : Step.refused("the answer is not a list of posts of a forum");
    }

    private void take(List<JsonNode> posts, @Nullable String title) {
        for (var post : posts) {
            var number = DiscourseRecord.number(post);
            met.add(number);
            if (isOurs(post)) {
                newest = Math.max(newest, number);
                harvest.take(post.toString(), () -> reader.read(post, title));
            }
        }
    }

    private boolean isOurs(JsonNode post) {
        return address.part() != DiscourseAddress.Part.PERSON
                || address.name().equalsIgnoreCase(text(post, "username"));
    }

    private static Instant at(JsonNode post) {
        try {
            var at = text(post, "created_at");
            return at == null ? Instant.MAX : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }

    /// Posts of a topic that are still to be read.
    private record Wanted(List<Long> numbers, @Nullable String title) {}
}
