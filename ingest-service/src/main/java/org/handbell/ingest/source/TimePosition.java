package org.handbell.ingest.source;

import java.time.Instant;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read, where all that can be said is a time.
///
/// @param newest when the newest post seen was posted; null where there was none
public record TimePosition(@Nullable Instant newest) {

    private static final TimePosition START = new TimePosition(null);

    /// A position that cannot be read is a fresh start.
    public static TimePosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, TimePosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    public String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    /// Until when to read back: to the newest post seen, or to the notice.
    public Instant until(Instant notice) {
        return newest == null || newest.isBefore(notice) ? notice : newest;
    }

    /// After this item as well.
    public TimePosition and(Item item) {
        return newest == null || item.postedAt().isAfter(newest)
                ? new TimePosition(item.postedAt())
                : this;
    }
}
