package org.handbell.ingest.fuzz;

import java.util.Optional;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.paged.Entries;
import tools.jackson.databind.JsonNode;

/// Takes what a platform's [Entries] made of their input as far as the topic.
public final class ToldEntries {

    private ToldEntries() {}

    /// @param input an object with an `entry`, and a `comment` under it
    /// @return whether either brought an item
    public static boolean of(byte[] input, Entries entries) {
        return Told.ofJson(input, node -> item(node, entries))
                | Told.ofJson(input, node -> entries.comment(comment(node), entry(node)))
                | Told.ofJson(input, node -> reply(node, entries));
    }

    private static Optional<Item> item(JsonNode node, Entries entries) {
        if (entries.comments(entry(node)) < 0) {
            throw new IllegalStateException("less than no comments");
        }
        entries.sortedBy(entry(node));
        return entries.item(entry(node));
    }

    private static Optional<Item> reply(JsonNode node, Entries entries) {
        var replies = entries.replies(comment(node));
        return replies.isEmpty()
                ? Optional.empty()
                : entries.comment(replies.getFirst(), entry(node));
    }

    private static JsonNode entry(JsonNode node) {
        return node.path("entry");
    }

    private static JsonNode comment(JsonNode node) {
        return node.path("comment");
    }
}
