package org.handbell.ingest.source.bluesky;

import java.util.Map;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read.
///
/// @param did whose repository it is; a handle that later names another is not followed
/// @param server where the repository was found
/// @param newest the newest record key seen, by collection
record BlueskyPosition(
        @Nullable String did, @Nullable String server, @Nullable Map<String, String> newest) {

    static final BlueskyPosition START = new BlueskyPosition(null, null, null);

    /// A position that cannot be read is a fresh start.
    static BlueskyPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, BlueskyPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    @Nullable String newest(String collection) {
        return newest == null ? null : newest.get(collection);
    }
}
