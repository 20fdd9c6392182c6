package org.handbell.ingest.poll;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.publish.DeadLetter;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;

/// Compares what a platform shows with what was seen of it before.
final class Listing {

    static final String POST = "post";
    private static final String CONTENT = "content";
    private static final String REJECTED = "rejected";
    private static final Wire<PostEvent> WIRE = Wire.of(Topics.POSTS);

    /// Room for headers, and for what pictures add to a post.
    private static final int BESIDES = 384 * 1024;

    private final FingerprintKey key;
    private final Capture capture;
    private final Clock clock;

    Listing(FingerprintKey key, Capture capture, Clock clock) {
        this.key = key;
        this.capture = capture;
        this.clock = clock;
    }

    /// What the listing changes, oldest first. Items from before the notice took effect leave no
    /// trace at all.
    List<Step> compare(View view, Fetch.Fetched fetched) {
        var steps = new ArrayList<Step>();
        for (var rejected : fetched.rejected().reversed()) {
            reject(view, rejected.original(), rejected).ifPresent(steps::add);
        }
        var met = new HashSet<Long>();
        for (var item : fetched.items().reversed()) {
            var id = key.of(POST, item.postId());
            if (!Gate.tooOld(view.account, item.postedAt())
                    && view.reaches(item, id)
                    && met.add(id)) {
                var states = untold(view, fetched, id, item);
                states.add(item);
                steps.addAll(steps(view, id, states));
            }
        }
        return steps;
    }

    /// News of one post: of its states, in the order they were, those that say something else than
    /// the one before.
    private List<Step> steps(View view, long id, List<Item> states) {
        var steps = new ArrayList<Step>();
        var told = view.seen.mark(id);
        for (var state : states) {
            var step = step(view, id, state, told);
            if (step.orElse(null) instanceof Step.Tell tell) {
                told = Optional.of(tell.seen().mark());
            }
            step.ifPresent(steps::add);
        }
        return steps;
    }

    /// The earlier states of a post that nobody was told of, in the order they were. Of a post that
    /// is known by its fingerprint alone, nobody can tell which they are.
    private static List<Item> untold(View view, Fetch.Fetched fetched, long id, Item item) {
        var known = view.remembered.find(id);
        if (known.isEmpty() && view.seen.mark(id).isPresent()) {
            return new ArrayList<>();
        }
        return fetched.earlier().stream()
                .filter(state -> state.postId().equals(item.postId()))
                .filter(state -> known.map(k -> state.stateAt().isAfter(k.stateAt())).orElse(true))
                .sorted(Comparator.comparing(Item::stateAt))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// The fingerprint of what an item says; empty where it is no post.
    Optional<Long> content(View view, Item item) {
        try {
            var post = capture.post(view.account, item, view.coverage);
            return Optional.of(key.of(CONTENT, post.contentHash()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Step> step(View view, long id, Item item, Optional<Seen.Mark> before) {
        try {
            var post = capture.post(view.account, item, view.coverage);
            var mark = Seen.Mark.saying(key.of(CONTENT, post.contentHash()), from(post));
            var event = event(post, mark, before);
            if (event.filter(Listing::tooLarge).isPresent()) {
                return reject(view, item, "the post is larger than a record may be");
            }
            return event.map(news -> new Step.Tell(news, new Seen.Item(id, mark)));
        } catch (IllegalArgumentException e) {
            return reject(view, item, String.valueOf(e.getMessage()));
        }
    }

    /// A post that is dated ahead would seem new once it is forgotten, so it is remembered from its
    /// date on, which can be weeks ahead at the most.
    private Instant from(Post post) {
        var now = clock.instant();
        var latest = now.plus(Seen.LONGEST).minus(Seen.KEPT);
        var posted = post.postedAt().isAfter(latest) ? latest : post.postedAt();
        return posted.isAfter(now) ? posted : now;
    }

    private static boolean tooLarge(PostEvent event) {
        var bytes = WIRE.value(event);
        return bytes != null && bytes.length > Topics.POSTS.maxMessage() - BESIDES;
    }

    private static Optional<PostEvent> event(
            Post post, Seen.Mark mark, Optional<Seen.Mark> before) {
        if (before.isEmpty() || before.get().isWithdrawn()) {
            return Optional.of(new PostEvent.Observed(post));
        }
        return before.get().content() == mark.content()
                ? Optional.empty()
                : Optional.of(new PostEvent.Edited(post));
    }

    private Optional<Step> reject(View view, Item item, String reason) {
        return reject(view, item.postId(), new Fetch.Rejected(item.original(), reason));
    }

    /// What was rejected is not rejected again for as long as that is remembered.
    private Optional<Step> reject(View view, String identity, Fetch.Rejected rejected) {
        var id = key.of(REJECTED, identity);
        var mark = Seen.Mark.saying(key.of(REJECTED, rejected.reason()), clock.instant());
        var before = view.seen.mark(id).map(Seen.Mark::content);
        if (before.equals(Optional.of(mark.content()))) {
            return Optional.empty();
        }
        var letter =
                new DeadLetter(
                        view.account.accountId(),
                        Capture.bounded(rejected.original()),
                        rejected.reason(),
                        clock.instant());
        return Optional.of(new Step.Reject(letter, new Seen.Item(id, mark)));
    }

    /// What the listing is compared with.
    ///
    /// @param coverage what the source that made the listing cannot see
    /// @param remembered the latest posts that were told of
    /// @param reach posts from before are told only where they are known
    /// @param watched ids of the posts under a case, which are told however old they are
    record View(
            AccountEvent.Registered account,
            Coverage coverage,
            Seen seen,
            Remembered remembered,
            Instant reach,
            Set<String> watched) {

        /// An unknown post from before the reach was seen and forgotten, or is dated back: nothing
        /// is left to tell one from the other.
        private boolean reaches(Item item, long id) {
            return !item.postedAt().isBefore(reach)
                    || watched.contains(item.postId())
                    || seen.mark(id).isPresent();
        }
    }
}
