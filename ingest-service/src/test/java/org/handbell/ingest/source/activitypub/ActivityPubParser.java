package org.handbell.ingest.source.activitypub;

import java.util.Optional;
import org.handbell.ingest.Invented;
import org.handbell.ingest.fuzz.Told;
import org.handbell.ingest.source.Item;
import tools.jackson.databind.JsonNode;

/// The reader of activities, as it is fuzzed.
public final class ActivityPubParser {

    private static final ActivityReader READER =
            new ActivityReader(
                    new Actors.Actor(
                            "https://fed.example.org/users/wren",
                            "https://fed.example.org/users/wren/outbox"),
                    true,
                    Invented.NOON);

    private ActivityPubParser() {}

    /// @return whether it brought an item
    public static boolean activity(byte[] input) {
        return Told.ofJson(input, READER::own) | Told.ofJson(input, ActivityPubParser::engagement);
    }

    private static Optional<Item> engagement(JsonNode activity) {
        return READER.engagement(activity, READER.engaged(activity.path("object")));
    }
}
