package org.handbell.ingest.source.discourse;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
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

/// Asks a forum, and gathers the posts of one reading.
final class DiscourseGathering {

    private final Web web;
    private final DiscourseAddress address;
    private final DiscourseRecord reader;
    private final Depth depth;
    private final long before;
    private final Harvest harvest = new Harvest();
    private final Set<Long> met = new HashSet<>();
    private long newest;

    DiscourseGathering(
            Web web,
            Registered account,
            DiscourseAddress address,
            DiscoursePosition before,
            Depth depth) {
        this.web = web;
        this.address = address;
        this.reader = new DiscourseRecord(address, account.kind() != Kind.PERSONAL);
        this.depth = depth;
        this.before = before.newest();
        this.newest = before.newest();
    }

    DiscourseAddress address() {
        return address;
    }

    /// One answer of the forum.
    Step<JsonNode> ask(URI uri) {
        return Answers.json(web.get(Query.json(uri)));
    }

    /// A list in an answer.
    static Step<List<JsonNode>> list(JsonNode json, String field) {
        return json.path(field).isArray()
                ? Step.go(List.copyOf(json.path(field).values()))
                : Step.refused("the answer is not a list of posts of a forum");
    }

    /// @param title of their topic; null where the posts say it themselves
    void take(List<JsonNode> posts, @Nullable String title) {
        for (var post : posts) {
            var number = DiscourseRecord.number(post);
            met.add(number);
            if (isOurs(post)) {
                newest = Math.max(newest, number);
                harvest.take(post.toString(), () -> reader.read(post, title));
            }
        }
    }

    /// Puts something aside that cannot be read.
    void reject(JsonNode record, String reason) {
        harvest.take(
                record.toString(),
                () -> {
                    throw new MalformedItemException(reason);
                });
    }

    boolean hasMet(long number) {
        return met.contains(number);
    }

    /// Whether a reading of what is new has come to what the reading before had found.
    boolean isKnown(long number) {
        return depth == Depth.NEWEST && number > 0 && number <= before;
    }

    boolean isFull() {
        return harvest.full();
    }

    /// Items that there is still room for.
    int room() {
        return Math.max(0, Harvest.MOST - harvest.size());
    }

    /// @param whole whether all was read that the forum still shows
    Fetch fetched(boolean whole) {
        return harvest.fetched(
                new DiscoursePosition(newest).pack(),
                depth == Depth.SWEEP && whole && !harvest.full());
    }

    private boolean isOurs(JsonNode post) {
        return address.part() != DiscourseAddress.Part.PERSON
                || address.name().equalsIgnoreCase(text(post, "username"));
    }
}
