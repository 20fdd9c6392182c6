package org.handbell.ingest.source.snapchat;

import java.util.Optional;
import org.handbell.ingest.fuzz.Told;

/// The reader of stories, as it is fuzzed.
public final class SnapchatParser {

    private SnapchatParser() {}

    /// @return whether it brought an item
    public static boolean story(byte[] input) {
        return Told.ofJson(input, shown -> Optional.of(SnapchatShow.STORY.read(shown)));
    }
}
