package org.handbell.ingest.poll;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.handbell.contract.Post.MediaType;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.picture.Copied;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.picture.Pictures.Glance;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;

/// Copies the pictures of posts under a case whose watch says so, once for each state of the post.
/// A picture that could not be had now is tried again the next time its post is listed.
final class Copies {

    private static final String PICTURE = "picture";

    /// Most pictures of a post.
    private static final int MOST = 4;

    private final FingerprintKey key;
    private final Clock clock;

    Copies(FingerprintKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    List<Step> make(Wanted wanted, Listing listing, Glance glance) {
        var steps = new ArrayList<Step>();
        for (var item : wanted.fetched.items()) {
            if (wanted.postIds.contains(item.postId())) {
                listing.content(wanted.view, item)
                        .ifPresent(said -> steps.addAll(make(wanted.view, item, said, glance)));
            }
        }
        return steps;
    }

    /// The fingerprints under which the pictures of a post are remembered.
    List<Long> ids(String postId) {
        return IntStream.range(0, MOST).mapToObj(nth -> id(postId, nth)).toList();
    }

    private List<Step> make(Listing.View view, Item item, long said, Glance glance) {
        var steps = new ArrayList<Step>();
        var media = item.media();
        int nth = 0;
        for (int index = 0; index < media.size() && nth < MOST; index++) {
            if (media.get(index).type() == MediaType.IMAGE) {
                var seen = seen(item.postId(), nth++, said);
                if (!isKept(view.seen(), seen)) {
                    var picture =
                            new Pictures.Wanted(
                                    item.postId(),
                                    view.account().accountId(),
                                    index,
                                    media.get(index));
                    copy(picture, seen, glance, steps);
                }
            }
        }
        return steps;
    }

    private static void copy(
            Pictures.Wanted picture, Seen.Item seen, Glance glance, List<Step> steps) {
        switch (glance.copy(picture)) {
            case Copied.Copy(var event) -> steps.add(new Step.Keep(event, seen));
            case Copied.Nothing(var lasting) -> {
                if (lasting) {
                    steps.add(new Step.Keep(null, seen));
                }
            }
        }
    }

    private static boolean isKept(Seen seen, Seen.Item picture) {
        return seen.mark(picture.id())
                .filter(mark -> mark.content() == picture.mark().content())
                .isPresent();
    }

    private Seen.Item seen(String postId, int nth, long said) {
        return new Seen.Item(id(postId, nth), Seen.Mark.saying(said, clock.instant()));
    }

    private long id(String postId, int nth) {
        return key.of(PICTURE, nth + " " + postId);
    }

    /// @param postIds of the posts whose pictures may be kept
    record Wanted(Listing.View view, Fetch.Fetched fetched, Set<String> postIds) {}
}
