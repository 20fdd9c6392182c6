package org.handbell.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.contract.Post;
import org.handbell.ingest.cursor.Seen;

/// The ids of an account's latest posts, in memory only and no longer than the posts themselves are
/// kept: a fingerprint cannot say which post to look for. Used by one thread at a time.
final class Remembered {

    private static final Duration KEPT = Duration.ofHours(72);

    private final Map<Long, Known> known = new LinkedHashMap<>();
    private final Map<Long, Instant> asked = new LinkedHashMap<>();

    void note(long id, Known post) {
        known.remove(id);
        known.put(id, post);
        if (known.size() > Seen.MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    void forget(long id) {
        known.remove(id);
        asked.remove(id);
    }

    Optional<Known> find(long id) {
        return Optional.ofNullable(known.get(id));
    }

    /// The posts that may still be told of, by the fingerprint of their ids.
    Map<Long, Known> at(Instant now) {
        known.values().removeIf(post -> post.capturedAt().isBefore(now.minus(KEPT)));
        return Map.copyOf(known);
    }

    /// The next posts to look for one by one, those first that were not looked for the longest.
    List<Long> turn(List<Long> ids, int most, Instant now) {
        var turn =
                ids.stream()
                        .sorted((a, b) -> lastAsked(a).compareTo(lastAsked(b)))
                        .limit(most)
                        .toList();
        asked.keySet().retainAll(ids);
        turn.forEach(id -> asked.put(id, now));
        return turn;
    }

    private Instant lastAsked(long id) {
        return Optional.ofNullable(asked.get(id)).orElse(Instant.MIN);
    }

    /// A post that was told of.
    ///
    /// @param stateAt since when it was as it was told, by its platform's clock
    record Known(String postId, Instant postedAt, Instant stateAt, Instant capturedAt) {

        static Known of(Post post) {
            var edited = post.editedAt();
            return new Known(
                    post.postId(),
                    post.postedAt(),
                    edited == null ? post.postedAt() : edited,
                    post.capturedAt());
        }
    }
}
