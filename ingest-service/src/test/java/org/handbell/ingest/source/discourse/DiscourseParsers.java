package org.handbell.ingest.source.discourse;

import java.nio.charset.StandardCharsets;
import org.handbell.ingest.fuzz.Told;

/// The readers of posts and of their words, as they are fuzzed.
public final class DiscourseParsers {

    private static final String FORUM = "https://forum.example.org";
    private static final DiscourseRecord READER =
            new DiscourseRecord(new DiscourseAddress(FORUM, DiscourseAddress.Part.FORUM, ""), true);

    private DiscourseParsers() {}

    /// @return whether it brought an item
    public static boolean post(byte[] input) {
        return Told.ofJson(input, post -> READER.read(post, null));
    }

    /// @return whether anybody's words are in it
    public static boolean cooked(byte[] input) {
        var cooked = Cooked.of(new String(input, StandardCharsets.UTF_8), FORUM + "/");
        return !cooked.said().text().isEmpty() || !cooked.quote().isEmpty();
    }
}
