package org.handbell.ingest.source.threads;

import org.handbell.ingest.fuzz.ToldEntries;

/// The reader of posts and of the comments under them, as it is fuzzed.
public final class ThreadsParser {

    private ThreadsParser() {}

    /// @return whether it brought an item
    public static boolean entries(byte[] input) {
        return ToldEntries.of(input, new ThreadsEntries(true));
    }
}
