package org.handbell.ingest.source.youtube;

import org.handbell.ingest.fuzz.Told;

/// The reader of videos and comments, as it is fuzzed.
public final class YoutubeParser {

    private YoutubeParser() {}

    /// @return whether it brought an item
    public static boolean item(byte[] input) {
        var comment = Told.ofJson(input, entry -> YoutubeItem.comment(entry, "UC1"));
        return Told.ofJson(input, YoutubeItem::video) || comment;
    }
}
