package org.handbell.ingest.source.tumblr;

import java.util.Optional;
import org.handbell.ingest.fuzz.Told;

/// The reader of posts of Tumblr, as it is fuzzed.
public final class TumblrParser {

    private TumblrParser() {}

    /// @return whether it brought an item
    public static boolean post(byte[] input) {
        var liked = Told.ofJson(input, post -> Optional.of(TumblrPost.liked(post, "account-1")));
        return Told.ofJson(input, post -> Optional.of(TumblrPost.read(post, true))) || liked;
    }
}
