package org.handbell.ingest.source.mastodon;

import org.handbell.ingest.fuzz.Told;

/// The reader of statuses, as it is fuzzed.
public final class MastodonParser {

    private MastodonParser() {}

    /// @return whether it brought an item
    public static boolean status(byte[] input) {
        return Told.ofJson(input, new MastodonStatus(true)::read);
    }
}
