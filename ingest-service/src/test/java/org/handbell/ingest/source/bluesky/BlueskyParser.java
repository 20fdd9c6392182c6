package org.handbell.ingest.source.bluesky;

import java.net.URI;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.ingest.fuzz.Told;

/// The reader of records, as it is fuzzed.
public final class BlueskyParser {

    private static final BlueskyRecord READER =
            new BlueskyRecord(
                    new Identities.Home("did:plc:wren", "https://pds.example.org"),
                    URI.create("https://web.example.org"));

    private BlueskyParser() {}

    /// @return whether it brought an item
    public static boolean record(byte[] input) {
        var repost =
                Told.ofJson(
                        input,
                        entry -> Optional.of(READER.engagement(entry, Action.SHARE, "words")));
        return Told.ofJson(input, entry -> Optional.of(READER.post(entry))) || repost;
    }
}
