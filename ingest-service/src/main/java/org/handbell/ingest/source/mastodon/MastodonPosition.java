package org.handbell.ingest.source.mastodon;

import java.time.Instant;
import java.util.Map;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read.
///
/// @param account the account's id on its server, so that it is not looked up each time
/// @param newest the server's own id of the newest status seen; null where there was none
/// @param at when that status was posted
/// @param edited the latest edit seen on the newest page, by the server's clock
/// @param swept the latest edit seen anywhere, when the account was last read in full
/// @param polls when the polls end that were open, by the server's own ids of their statuses
record MastodonPosition(
        @Nullable String account,
        @Nullable String newest,
        @Nullable Instant at,
        @Nullable Instant edited,
        @Nullable Instant swept,
        @Nullable Map<String, Instant> polls) {

    static final MastodonPosition START = new MastodonPosition(null, null, null, null, null, null);

    MastodonPosition(String account, @Nullable String newest, @Nullable Instant at) {
        this(account, newest, at, null, null, null);
    }

    /// A position that cannot be read is a fresh start.
    static MastodonPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, MastodonPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    Map<String, Instant> openPolls() {
        return polls == null ? Map.of() : polls;
    }
}
