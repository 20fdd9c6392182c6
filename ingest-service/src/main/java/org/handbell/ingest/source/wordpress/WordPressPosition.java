package org.handbell.ingest.source.wordpress;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far a site was read.
///
/// @param way how its interface was reached; null where it was not
/// @param modified when the post that was changed last was changed
/// @param commented when the newest comment was written
/// @param feed where reading of its feed goes on; null unless the interface is closed
record WordPressPosition(
        WordPressAddress.@Nullable Way way,
        @Nullable Instant modified,
        @Nullable Instant commented,
        @Nullable String feed) {

    static final WordPressPosition START = new WordPressPosition(null, null, null, null);

    static WordPressPosition ofFeed(@Nullable String feed) {
        return new WordPressPosition(null, null, null, feed == null ? "" : feed);
    }

    /// A position that cannot be read is a fresh start.
    static WordPressPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, WordPressPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }
}
