package org.handbell.cases.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody may look into a case.
///
/// @param why in the words of who nominated them
/// @param expiresAt when it ends by itself
/// @param endedAt when it was withdrawn; null where it was not
record Nomination(
        String nominationId,
        String caseId,
        String personId,
        String nominatedBy,
        Instant nominatedAt,
        Instant expiresAt,
        String why,
        @Nullable Instant endedAt) {

    boolean inForce(Instant at) {
        return endedAt == null && at.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Nomination[" + nominationId + "]";
    }
}
