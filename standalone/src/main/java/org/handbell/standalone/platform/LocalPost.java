package org.handbell.standalone.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post on the local platform.
///
/// @param id decimal, growing with time
/// @param account name of who posted it
/// @param pictures descriptions of its pictures
/// @param pollOptions what a poll offers; empty for others
/// @param boosts id of the post it passes on; null for others
/// @param replyTo id of the post it answers; null for others
public record LocalPost(
        String id,
        String account,
        Instant createdAt,
        @Nullable Instant editedAt,
        String text,
        List<String> pictures,
        List<String> pollOptions,
        @Nullable String boosts,
        @Nullable String replyTo) {

    public LocalPost {
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        pollOptions = pollOptions == null ? List.of() : List.copyOf(pollOptions);
    }

    long number() {
        return Long.parseLong(id);
    }

    LocalPost edited(String newText, Instant at) {
        return new LocalPost(
                id, account, createdAt, at, newText, pictures, pollOptions, boosts, replyTo);
    }
}
