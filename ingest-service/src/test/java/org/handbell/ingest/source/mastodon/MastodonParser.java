package org.handbell.ingest.source.mastodon;

import java.util.Optional;
import org.handbell.ingest.fuzz.Told;

/// The reader of statuses and of their histories, as it is fuzzed.
public final class MastodonParser {

    private static final MastodonStatus READER = new MastodonStatus(true);

    private MastodonParser() {}

    /// @return whether it brought an item
    public static boolean status(byte[] input) {
        return Told.ofJson(input, READER::read);
    }

    /// @param input a status, and one revision of it
    /// @return whether it brought an item
    public static boolean revision(byte[] input) {
        return Told.ofJson(input, both -> Optional.of(READER.revision(both.path(0), both.path(1))));
    }
}
