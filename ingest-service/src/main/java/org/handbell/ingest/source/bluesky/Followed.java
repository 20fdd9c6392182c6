package org.handbell.ingest.source.bluesky;

/// Hears whose repositories are read, so that a stream can be asked for news of theirs and of
/// nobody else's.
@FunctionalInterface
interface Followed {

    Followed NOBODY = (did, accountId) -> {};

    /// The repository was read just now for this account.
    void follow(String did, String accountId);
}
