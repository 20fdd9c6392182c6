package org.handbell.contract;

import java.time.Instant;

/// `posts.v1`: what was seen of a public post of a registered account. Keyed by account, so that
/// the states of a post stay in order.
public sealed interface PostEvent extends Event {

    String postId();

    String accountId();

    @Override
    default String key() {
        return accountId();
    }

    /// Seen for the first time.
    record Observed(Post post) implements PostEvent {

        public Observed {
            Require.present(post, "post");
        }

        @Override
        public String postId() {
            return post.postId();
        }

        @Override
        public String accountId() {
            return post.accountId();
        }

        @Override
        public String eventId() {
            return post.observationId();
        }

        @Override
        public Instant at() {
            return post.capturedAt();
        }
    }

    /// Seen again, saying something else.
    record Edited(Post post) implements PostEvent {

        public Edited {
            Require.present(post, "post");
        }

        @Override
        public String postId() {
            return post.postId();
        }

        @Override
        public String accountId() {
            return post.accountId();
        }

        @Override
        public String eventId() {
            return post.observationId();
        }

        @Override
        public Instant at() {
            return post.capturedAt();
        }
    }

    /// Gone from the platform, by two signals: one missing answer is never a deletion.
    record Withdrawn(String postId, String accountId, Instant at) implements PostEvent {

        public Withdrawn {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.time(at, "at");
        }

        /// With the time, since a post may come back and go again.
        @Override
        public String eventId() {
            return Ids.derive("withdrawn", postId, at.toString());
        }
    }
}
