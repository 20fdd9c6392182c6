package org.handbell.ingest.picture;

import org.handbell.contract.Platform;
import org.handbell.contract.Post;

/// Looks at the pictures of posts.
public interface Pictures extends AutoCloseable {

    /// Begins to look at what one look at an account brought; its time begins to run.
    ///
    /// @param platform for whose figures it counts
    Glance begin(Platform platform);

    @Override
    void close();

    /// Looks at none.
    static Pictures none() {
        return new Pictures() {
            @Override
            public Glance begin(Platform platform) {
                return new NoGlance();
            }

            @Override
            public void close() {}
        };
    }

    /// Looks within one bound of time. Never throws for what a server or a file does, and tries no
    /// more than once.
    interface Glance {

        /// The post with what was made of its pictures; where that failed, as it was, and its
        /// coverage says so.
        Post at(Post post);

        /// A copy of a picture for a case.
        Copied copy(Wanted wanted);
    }

    /// One picture of a post.
    ///
    /// @param index its place in the post's media, from 0
    record Wanted(String postId, String accountId, int index, Post.Media media) {}
}
