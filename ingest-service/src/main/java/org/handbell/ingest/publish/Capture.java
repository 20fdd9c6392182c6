package org.handbell.ingest.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.handbell.contract.Ids;
import org.handbell.contract.Post;
import org.handbell.contract.SubmissionEvent;
import org.handbell.ingest.publish.ContentHash.Said;
import org.handbell.ingest.source.Item;

/// Makes posts of what was seen, within the bounds that a post has.
public final class Capture {

    /// How the ids of posts begin that a person brought in: no platform knows them.
    public static final String BY_HAND = "urn:handbell:submission:";

    private static final Coverage BROUGHT_IN =
            new Coverage(
                    "brought in by hand",
                    Coverage.Proof.STUB,
                    Map.of(Coverage.Kind.POSTS, Coverage.Sight.PARTLY),
                    List.of(
                            "Only what a person brought in was seen; nothing was read from the"
                                    + " platform.",
                            "Later edits and the deletion of this post are not seen."),
                    "what was brought in, and nothing else",
                    "when somebody brings it in",
                    null);

    private final Clock clock;

    public Capture(Clock clock) {
        this.clock = clock;
    }

    /// An item as a source read it.
    ///
    /// @throws IllegalArgumentException naming the field, where the item lacks what a post needs
    public Post post(AccountEvent.Registered account, Item item, Coverage coverage) {
        var text = Cut.toCharacters(item.text(), Post.MAX_TEXT);
        var original = Cut.toBytes(item.original(), Post.MAX_ORIGINAL);
        var truncated = new ArrayList<String>();
        if (text.length() < item.text().length()) {
            truncated.add("text");
        }
        if (original.length() < item.original().length()) {
            truncated.add("original");
        }
        var hash =
                ContentHash.of(
                        new Said(
                                item.text(),
                                item.media(),
                                item.links(),
                                item.of(),
                                item.pollOptions()));
        return new Post(
                item.postId(),
                Ids.observation(item.postId(), hash),
                account.accountId(),
                account.platform(),
                item.action(),
                item.author(),
                item.url(),
                item.postedAt(),
                item.platformTime(),
                item.editedAt(),
                clock.instant(),
                text,
                item.language(),
                item.media(),
                item.links(),
                item.of(),
                item.pollOptions(),
                hash,
                original,
                truncated,
                coverage,
                false);
    }

    /// An original within the bound that originals have.
    public static String bounded(String original) {
        return Cut.toBytes(original, Post.MAX_ORIGINAL);
    }

    /// What a person brought in. Its id is derived from the submission, so that a repeat is
    /// recognised.
    public Post post(AccountEvent.Registered account, SubmissionEvent.Submitted brought) {
        var text = Cut.toCharacters(brought.text(), Post.MAX_TEXT);
        var links = brought.link() == null ? List.<String>of() : List.of(brought.link());
        var hash =
                ContentHash.of(new Said(brought.text(), brought.media(), links, null, List.of()));
        var postId = BY_HAND + brought.submissionId();
        return new Post(
                postId,
                Ids.observation(postId, hash),
                account.accountId(),
                account.platform(),
                brought.action(),
                brought.author(),
                brought.link(),
                brought.postedAt(),
                null,
                null,
                clock.instant(),
                text,
                null,
                brought.media(),
                links,
                null,
                List.of(),
                hash,
                null,
                text.length() < brought.text().length() ? List.of("text") : List.of(),
                BROUGHT_IN,
                true);
    }
}
