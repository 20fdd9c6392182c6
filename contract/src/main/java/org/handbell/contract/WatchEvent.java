package org.handbell.contract;

import java.time.Instant;

/// `watches.v1` (compacted): the posts under a case, whose edits and deletion must go on being
/// watched.
public sealed interface WatchEvent extends Event {

    String postId();

    @Override
    default String key() {
        return postId();
    }

    /// Go on looking at this post.
    ///
    /// @param keepMedia whether its pictures may be kept as evidence; never under the illegal-image
    ///   protocol
    record Watched(String postId, String accountId, boolean keepMedia, Instant at)
            implements WatchEvent {

        public Watched {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("watched", postId, at.toString());
        }
    }

    /// The case is closed: a tombstone on the wire.
    record Ended(String postId, Instant at) implements WatchEvent, Tombstone {

        public Ended {
            Require.text(postId, "postId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("watch-ended", postId);
        }
    }
}
