package org.handbell.ingest.source.wordpress;

import org.handbell.ingest.fuzz.Told;

/// The reader of posts and comments, as it is fuzzed.
public final class WordPressParser {

    private static final WordPressRecord READER =
            new WordPressRecord("https://blog.example.org", true);

    private WordPressParser() {}

    /// @param input a post, or a comment
    /// @return whether it brought an item
    public static boolean record(byte[] input) {
        return Told.ofJson(input, READER::post) | Told.ofJson(input, READER::comment);
    }
}
