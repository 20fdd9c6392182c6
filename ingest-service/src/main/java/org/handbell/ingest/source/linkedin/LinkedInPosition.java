package org.handbell.ingest.source.linkedin;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far a member's events were read.
///
/// @param processed when LinkedIn processed the newest event that was read; null at the start
record LinkedInPosition(@Nullable Instant processed) {

    private static final LinkedInPosition START = new LinkedInPosition(null);

    /// A position that cannot be read is a fresh start.
    static LinkedInPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, LinkedInPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }
}
