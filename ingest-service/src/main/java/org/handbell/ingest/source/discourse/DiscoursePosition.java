package org.handbell.ingest.source.discourse;

import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far a forum was read.
///
/// @param newest the highest number of a post that was met; 0 where there was none
record DiscoursePosition(long newest) {

    static final DiscoursePosition START = new DiscoursePosition(0);

    /// A position that cannot be read is a fresh start.
    static DiscoursePosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, DiscoursePosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }
}
