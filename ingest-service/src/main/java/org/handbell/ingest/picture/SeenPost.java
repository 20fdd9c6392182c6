package org.handbell.ingest.picture;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Coverage;
import org.handbell.contract.Post;

/// A post with what was made of its pictures.
final class SeenPost {

    static final String MISSED =
            "Not every picture of this post could be looked at: words, marks and places in them may"
                    + " have been missed.";
    static final String NO_WORDS = "Words in pictures were not read.";

    private SeenPost() {}

    static Post.Media medium(Post.Media medium, Sight sight) {
        if (sight.outcome() != Outcome.LOOKED) {
            return medium;
        }
        return new Post.Media(
                medium.type(),
                medium.url(),
                medium.alt(),
                sight.words(),
                sight.marks(),
                sight.located());
    }

    /// @param missed whether some of its pictures were not looked at
    /// @param words whether words are read
    static Post post(Post post, List<Post.Media> media, boolean missed, boolean words) {
        var more = new ArrayList<>(post.coverage().cannotSee());
        if (missed) {
            more.add(MISSED);
        }
        if (!words) {
            more.add(NO_WORDS);
        }
        return with(post, media, telling(post.coverage(), more));
    }

    private static Coverage telling(Coverage coverage, List<String> cannotSee) {
        return new Coverage(
                coverage.source(),
                coverage.proven(),
                coverage.sees(),
                cannotSee,
                coverage.history(),
                coverage.delay(),
                coverage.terms());
    }

    private static Post with(Post post, List<Post.Media> media, Coverage coverage) {
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
                post.language(),
                media,
                post.links(),
                post.of(),
                post.pollOptions(),
                post.contentHash(),
                post.original(),
                post.truncated(),
                coverage,
                post.broughtIn());
    }
}
