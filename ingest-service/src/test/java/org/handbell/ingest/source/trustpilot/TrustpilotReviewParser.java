package org.handbell.ingest.source.trustpilot;

import java.net.URI;
import org.handbell.ingest.fuzz.Told;

/// The reader of answers to reviews, as it is fuzzed.
public final class TrustpilotReviewParser {

    private static final TrustpilotReview READER =
            new TrustpilotReview(
                    new TrustpilotUnit(
                            new TrustpilotSettings(
                                    URI.create("https://api.example.org"),
                                    URI.create("https://web.example.org")),
                            "0123456789abcdef01234567"));

    private TrustpilotReviewParser() {}

    /// @return whether it brought an item
    public static boolean answer(byte[] input) {
        return Told.ofJson(input, READER::answer);
    }
}
