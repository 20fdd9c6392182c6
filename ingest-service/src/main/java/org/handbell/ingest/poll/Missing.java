package org.handbell.ingest.poll;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Presence;

/// Finds out which posts are gone. One missing answer is never a deletion: a post that a listing
/// lacks is asked for by itself, and only a clear "gone" is believed.
final class Missing {

    private final FingerprintKey key;
    private final Clock clock;
    private final int perLook;

    /// @param perLook most posts that are asked for one by one in one look
    Missing(FingerprintKey key, Clock clock, int perLook) {
        this.key = key;
        this.clock = clock;
        this.perLook = perLook;
    }

    /// The withdrawals that a look at the whole account brings to light.
    List<Step> find(Whole whole, Remembered remembered) {
        var candidates = candidates(whole, remembered.at(clock.instant()));
        var turn = remembered.turn(List.copyOf(candidates.keySet()), perLook, clock.instant());
        var steps = new ArrayList<Step>();
        for (var id : turn) {
            var postId = candidates.getOrDefault(id, "");
            var presence = whole.look.source().presence(whole.look.account(), postId);
            if (presence == Presence.GONE) {
                steps.add(withdrawn(whole, id, postId));
            }
        }
        return steps;
    }

    private Map<Long, String> candidates(Whole whole, Map<Long, Remembered.Known> known) {
        var listed = new HashSet<Long>();
        whole.fetched.items().forEach(item -> listed.add(id(item.postId())));
        var candidates = new HashMap<Long, String>();
        if (whole.fetched.complete()) {
            known.forEach((id, post) -> {
                if (withinReach(whole.fetched, post.postedAt()) && standing(whole.seen, id)) {
                    candidates.put(id, post.postId());
                }
            });
        }
        for (var postId : whole.watched) {
            var gone = whole.seen.mark(id(postId)).map(Seen.Mark::isWithdrawn).orElse(false);
            if (!gone && !postId.startsWith(Capture.BY_HAND)) {
                candidates.put(id(postId), postId);
            }
        }
        candidates.keySet().removeAll(listed);
        return candidates;
    }

    /// A listing reaches back to its oldest item; an empty one that is complete shows that nothing
    /// is there.
    private static boolean withinReach(Fetch.Fetched fetched, Instant postedAt) {
        return fetched.items().stream()
                .map(Item::postedAt)
                .min(Instant::compareTo)
                .map(oldest -> !postedAt.isBefore(oldest))
                .orElse(true);
    }

    private static boolean standing(Seen seen, long id) {
        return seen.mark(id).filter(mark -> !mark.isWithdrawn()).isPresent();
    }

    private Step withdrawn(Whole whole, long id, String postId) {
        var now = clock.instant();
        return new Step.Tell(
                new PostEvent.Withdrawn(postId, whole.look.account().accountId(), now),
                new Seen.Item(id, Seen.Mark.withdrawn(now)));
    }

    private long id(String postId) {
        return key.of(Listing.POST, postId);
    }

    /// A look at a whole account.
    ///
    /// @param watched ids of its posts under a case
    record Whole(Look look, Seen seen, Set<String> watched, Fetch.Fetched fetched) {}
}
