package org.handbell.cases.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of a capture. They are sealed with the content: a hash of a short post would give the
/// post away.
///
/// @param kind what was seen
/// @param postId the platform's own URI of the post
/// @param observationId which state of the post; null where only its absence was seen
/// @param source name of the source that saw it
/// @param capturedAt when it was seen, in UTC
/// @param contentHash SHA-256 (hex) over all that was said; null where nothing was left to hash
/// @param collector which part of Handbell took it down
/// @param truncated names of the fields that were cut to their bound
public record Capture(
        Kind kind,
        String postId,
        @Nullable String observationId,
        String source,
        Instant capturedAt,
        @Nullable String contentHash,
        String collector,
        List<String> truncated) {

    /// What was seen.
    public enum Kind {
        /// A state of the post, with what was claimed about it.
        POST,
        /// The post was edited and has no findings any more; what it says now was not kept.
        CLEARED,
        /// The post is gone from the platform.
        DELETED
    }
}
