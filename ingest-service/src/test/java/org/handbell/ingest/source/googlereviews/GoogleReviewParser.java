package org.handbell.ingest.source.googlereviews;

import org.handbell.ingest.fuzz.Told;

/// The reader of answers to reviews, as it is fuzzed.
public final class GoogleReviewParser {

    private static final GoogleReview READER =
            new GoogleReview(
                    new GooglePlace("https://reviews.example.org/v4/accounts/1/locations/2"));

    private GoogleReviewParser() {}

    /// @return whether it brought an item
    public static boolean answer(byte[] input) {
        return Told.ofJson(input, READER::answer);
    }
}
