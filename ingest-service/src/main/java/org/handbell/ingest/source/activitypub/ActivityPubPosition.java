package org.handbell.ingest.source.activitypub;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read.
///
/// @param actor the id of its actor; an address that later leads to another is not followed
/// @param outbox where its activities are listed
/// @param newest when the newest activity seen was published; null where there was none
record ActivityPubPosition(
        @Nullable String actor, @Nullable String outbox, @Nullable Instant newest) {

    static final ActivityPubPosition START = new ActivityPubPosition(null, null, null);

    /// A position that cannot be read is a fresh start.
    static ActivityPubPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, ActivityPubPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    Actors.@Nullable Actor known() {
        return actor == null || outbox == null || Ld.web(outbox).isEmpty()
                ? null
                : new Actors.Actor(actor, outbox);
    }
}
