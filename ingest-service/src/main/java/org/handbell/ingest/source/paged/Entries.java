package org.handbell.ingest.source.paged;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.ingest.source.Item;
import tools.jackson.databind.JsonNode;

/// How one platform writes its items and the comments under them. Whatever they are given, they
/// throw nothing but [MalformedItemException].
public interface Entries {

    /// The time by which the list is sorted; empty where the entry has none that can be read.
    Optional<Instant> sortedBy(JsonNode entry);

    /// Empty where the entry is not ours to collect.
    Optional<Item> item(JsonNode entry);

    /// How many comments an item says it has, or any other number where it does not say; under an
    /// item with none or less, none are looked for.
    int comments(JsonNode entry);

    /// Empty where the comment is not ours to collect.
    ///
    /// @param entry the item that it is under
    Optional<Item> comment(JsonNode comment, JsonNode entry);

    /// The comments that came inside another one; they are read as the others are.
    default List<JsonNode> replies(JsonNode comment) {
        return List.of();
    }
}
