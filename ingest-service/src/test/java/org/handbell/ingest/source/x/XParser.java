package org.handbell.ingest.source.x;

import java.util.Optional;
import org.handbell.ingest.fuzz.Told;

/// The reader of posts of X, as it is fuzzed.
public final class XParser {

    private XParser() {}

    /// @param input an answer with `data` and `includes`
    /// @return whether it brought an item
    public static boolean post(byte[] input) {
        return Told.ofJson(
                input,
                answer ->
                        Optional.of(
                                XPost.read(
                                        answer.path("data"),
                                        XIncludes.of(answer.path("includes")))));
    }
}
