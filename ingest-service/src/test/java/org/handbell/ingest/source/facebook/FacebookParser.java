package org.handbell.ingest.source.facebook;

import org.handbell.ingest.fuzz.ToldEntries;

/// The reader of posts and of the comments under them, as it is fuzzed.
public final class FacebookParser {

    private FacebookParser() {}

    /// @return whether it brought an item
    public static boolean entries(byte[] input) {
        return ToldEntries.of(input, new FacebookEntries("7", true));
    }
}
