package org.handbell.ingest.publish;

import org.handbell.contract.Post;

/// Marks a post, so that a test knows that it was looked at.
public final class Marked {

    private Marked() {}

    public static Post seen(Post post) {
        return new Post(
                post.postId(),
                post.observationId(),
                post.accountId(),
                post.platform(),
                post.action(),
                post.author(),
                post.url(),
                post.postedAt(),
                post.platformTime(),
                post.editedAt(),
                post.capturedAt(),
                post.text(),
                "seen",
                post.media(),
                post.links(),
                post.of(),
                post.pollOptions(),
                post.contentHash(),
                post.original(),
                post.truncated(),
                post.coverage(),
                post.broughtIn());
    }
}
