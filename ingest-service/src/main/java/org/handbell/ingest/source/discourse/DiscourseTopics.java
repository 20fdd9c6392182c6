package org.handbell.ingest.source.discourse;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.discourse.DiscourseGathering.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads posts topic by topic.
record DiscourseTopics(DiscourseGathering gathering) {

    private static final int MOST_ACTION_PAGES = 20;
    private static final int MOST_BATCHES = 100;
    private static final int BATCH = 20;

    /// One topic: its first posts come with it, the others are asked for, newest first.
    Step<Boolean> topic() {
        var address = gathering.address();
        return gathering
                .ask(address.topic(address.name()))
                .then(topic -> {
                    var stream = topic.path("post_stream");
                    if (!stream.path("posts").isArray() || !stream.path("stream").isArray()) {
                        return Step.refused("the answer is not a topic");
                    }
                    var title = text(topic, "title");
                    gathering.take(List.copyOf(stream.path("posts").values()), title);
                    var wanted = new ArrayList<Long>();
                    stream.path("stream").values().forEach(n -> want(n, wanted));
                    var newestFirst = wanted.reversed();
                    var batch =
                            newestFirst.subList(0, Math.min(newestFirst.size(), gathering.room()));
                    return batches(Map.of(address.name(), new Wanted(batch, title)))
                            .then(all -> Step.go(all && batch.size() == newestFirst.size()));
                });
    }

    private void want(JsonNode number, List<Long> wanted) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            var value = number.longValue();
            if (!gathering.hasMet(value) && !gathering.isKnown(value)) {
                wanted.add(value);
            }
        }
    }

    /// What one person wrote: the list of it has beginnings alone, so the posts are asked for.
    Step<Boolean> person() {
        var wanted = new LinkedHashMap<String, Wanted>();
        var listed = new HashSet<Long>();
        boolean whole = false;
        for (int pages = 0; pages < MOST_ACTION_PAGES && !whole; pages++) {
            var page =
                    gathering
                            .ask(gathering.address().actions(listed.size()))
                            .then(json -> list(json, "user_actions"));
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
            gathering.reject(action, "post_id or topic_id is missing or not a number");
            return;
        }
        if (listed.add(number) && !gathering.isKnown(number)) {
            wanted.computeIfAbsent(
                            Long.toString(topic),
                            _ -> new Wanted(new ArrayList<>(), text(action, "title")))
                    .numbers
                    .add(number);
        }
    }

    private boolean isKnown(List<JsonNode> actions) {
        return actions.stream()
                .mapToLong(action -> DiscourseRecord.number(action, "post_id"))
                .anyMatch(gathering::isKnown);
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
                    case Step.Go<List<JsonNode>>(var posts) ->
                            gathering.take(posts, topic.getValue().title);
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
        return gathering
                .ask(gathering.address().posts(topic, numbers))
                .then(json -> list(json.path("post_stream"), "posts"));
    }

    /// Posts of a topic that are still to be read.
    private record Wanted(List<Long> numbers, @Nullable String title) {}
}
