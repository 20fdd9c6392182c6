package org.handbell.cases.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One handover of parts of a case.
///
/// @param bundle null until it was made
/// @param downloads who took a copy, oldest first
public record Handover(
        String handoverId,
        String caseId,
        String askedBy,
        Instant askedAt,
        Request request,
        boolean emergency,
        @Nullable Second second,
        boolean withdrawn,
        @Nullable Bundle bundle,
        List<Download> downloads) {

    /// A second person approved it.
    public record Second(String by, Instant at) {}

    /// What was made of it, once.
    ///
    /// @param sha256 of the whole archive, in hex
    public record Bundle(String sha256, long bytes, Instant at) {}

    /// Somebody took a copy.
    public record Download(String personId, Instant at) {}

    HandoverState state() {
        if (withdrawn) {
            return new HandoverState.Withdrawn();
        }
        return second == null
                ? HandoverState.asked(askedBy, emergency, askedAt)
                : new HandoverState.Approved(askedBy, second.by());
    }

    @Override
    public String toString() {
        return "Handover[" + handoverId + "]";
    }
}
