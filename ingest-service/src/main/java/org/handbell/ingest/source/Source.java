package org.handbell.ingest.source;

import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.jspecify.annotations.Nullable;

/// Code that reads one platform. Implementations do not throw for what the platform answers: the
/// outcome is a value. They keep no state between calls; what must be kept is the position.
public interface Source {

    /// Name in settings, metrics and coverage: `rss`, `mastodon`, `bluesky`.
    String name();

    /// Whether this source reads the account.
    boolean reads(AccountEvent.Registered account);

    /// What it can and cannot see.
    Coverage coverage();

    /// Reads what is public of the account.
    ///
    /// @param position what the last fetch of this account returned, whatever its depth; null at
    ///   the start
    /// @param depth how far to read
    Fetch fetch(AccountEvent.Registered account, @Nullable String position, Depth depth);

    /// Looks whether one post is still there: the second signal before a deletion is believed.
    Presence presence(AccountEvent.Registered account, String postId);

    /// How far a fetch reads.
    enum Depth {
        /// What is new since the position, as far as the platform can tell.
        NEWEST,
        /// All that the platform still shows, up to 500 items: finds edits, backdated posts and
        /// deletions.
        SWEEP
    }

    /// Whether a post is still there.
    enum Presence {
        THERE,
        GONE,
        /// The platform gave no clear answer, or has no way to tell.
        UNKNOWN
    }
}
