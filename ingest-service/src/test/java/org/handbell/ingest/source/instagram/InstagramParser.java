package org.handbell.ingest.source.instagram;

import org.handbell.ingest.fuzz.ToldEntries;

/// The reader of posts and of the comments under them, as it is fuzzed.
public final class InstagramParser {

    private InstagramParser() {}

    /// @return whether it brought an item
    public static boolean entries(byte[] input) {
        return ToldEntries.of(input, new InstagramEntries(true));
    }
}
