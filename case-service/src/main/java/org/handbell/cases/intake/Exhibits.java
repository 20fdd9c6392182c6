package org.handbell.cases.intake;

import java.time.Instant;
import java.util.List;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.Capture.Kind;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps each state of a post that was seen, its deletion too.
@Component
class Exhibits {

    private static final String COLLECTOR = "/handbell/ingest";

    private final EvidenceLocker locker;

    Exhibits(EvidenceLocker locker) {
        this.locker = locker;
    }

    void keep(String holder, Found found) {
        var post = found.post();
        var capture =
                new Capture(
                        Kind.POST,
                        post.postId(),
                        post.observationId(),
                        post.coverage().source(),
                        post.capturedAt(),
                        post.contentHash(),
                        COLLECTOR,
                        post.truncated());
        locker.keep(holder, capture, Json.mapper().writeValueAsBytes(found));
    }

    /// @param observationId the state that was seen; null for a deletion
    void absence(
            String holder, Kind kind, String postId, @Nullable String observationId, Instant at) {
        locker.keep(
                holder,
                new Capture(
                        kind, postId, observationId, "platform", at, null, COLLECTOR, List.of()),
                new byte[0]);
    }

    /// Lets what waited under one holder go on under another, and destroys the first one's key.
    void move(String from, String to) {
        locker.of(from).forEach(exhibit -> locker.keep(to, exhibit.capture(), exhibit.content()));
        locker.forget(from);
    }

    void forget(String holder) {
        locker.forget(holder);
    }

    /// Where claims are kept that wait for the digest.
    static String waiting(String eventId) {
        return "waiting:" + eventId;
    }
}
