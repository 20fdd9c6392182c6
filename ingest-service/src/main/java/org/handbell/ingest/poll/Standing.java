package org.handbell.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.handbell.contract.Platform;
import org.jspecify.annotations.Nullable;

/// How an account stands, for the figures.
///
/// @param platform null while it is not known
/// @param unmet names of the gates that are not met
/// @param answeredAt when its platform last answered, or since when it is waited for; null where
///   nobody waits
record Standing(
        @Nullable Platform platform,
        State state,
        List<String> unmet,
        @Nullable Instant answeredAt) {

    /// What is being done about it.
    enum State {
        PULLED,
        HELD_BACK,
        TRY_LATER,
        USED_UP,
        REFUSED,
        NO_SOURCE,
        UNREADABLE,
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
