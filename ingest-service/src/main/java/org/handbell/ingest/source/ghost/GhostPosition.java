package org.handbell.ingest.source.ghost;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far a site was read.
///
/// @param updated when the post that was changed last was changed
/// @param feed where reading of its feed goes on; null where the API is read
record GhostPosition(@Nullable Instant updated, @Nullable String feed) {

    static final GhostPosition START = new GhostPosition(null, null);

    /// A position that cannot be read is a fresh start.
    static GhostPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, GhostPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }
}
