package org.handbell.ingest.source.ghost;

import org.handbell.ingest.fuzz.Told;

/// The reader of posts, as it is fuzzed.
public final class GhostParser {

    private static final GhostRecord READER =
            new GhostRecord(new GhostAddress("https://blog.example.org", null), true);

    private GhostParser() {}

    /// @return whether it brought an item
    public static boolean post(byte[] input) {
        return Told.ofJson(input, READER::read);
    }
}
