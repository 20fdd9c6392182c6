package org.handbell.ingest.source.x;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read, and what that cost.
///
/// @param account the number that X gave it, so that its handle is looked up but once
/// @param newest the highest id of a post that was read with all before it; null where there was
///   none
/// @param sweptAt when it was last read in full; null where never
/// @param month the calendar month of `spent`, such as `2026-11`
/// @param spent in millionths of a US dollar
record XPosition(
        @Nullable String account,
        @Nullable String newest,
        @Nullable Instant sweptAt,
        @Nullable String month,
        long spent) {

    static final XPosition START = new XPosition(null, null, null, null, 0);

    /// A position that cannot be read is a fresh start.
    static XPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, XPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }
}
