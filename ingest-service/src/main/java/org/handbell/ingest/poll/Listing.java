package org.handbell.ingest.poll;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private static final int BESIDES = 128 * 1024;

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
            if (!Gate.tooOld(view.account, item.postedAt())
                    && met.add(key.of(POST, item.postId()))) {
                step(view, item).ifPresent(steps::add);
            }
        }
        return steps;
    }

    /// The items of the listing that are known already, oldest first, seen today.
    List<Seen.Item> seenAgain(Seen seen, Fetch.Fetched fetched) {
        var again = new ArrayList<Seen.Item>();
        fetched.rejected().forEach(item -> again(seen, key.of(REJECTED, item.original()), again));
        for (var item : fetched.items().reversed()) {
            again(seen, key.of(REJECTED, item.postId()), again);
            again(seen, key.of(POST, item.postId()), again);
        }
        return again;
    }

    private void again(Seen seen, long id, List<Seen.Item> again) {
        seen.mark(id).ifPresent(mark -> again.add(new Seen.Item(id, mark.on(today()))));
    }

    /// Today's epoch day.
    long today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private Optional<Step> step(View view, Item item) {
        try {
            var post = capture.post(view.account, item, view.coverage);
            var id = key.of(POST, item.postId());
            var mark = Seen.Mark.saying(key.of(CONTENT, post.contentHash()), today());
            var event = event(post, mark, view.seen.mark(id));
            if (event.filter(Listing::tooLarge).isPresent()) {
                return reject(view, item, "the post is larger than a record may be");
            }
            return event.map(news -> new Step.Tell(news, new Seen.Item(id, mark)));
        } catch (IllegalArgumentException e) {
            return reject(view, item, String.valueOf(e.getMessage()));
        }
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

    /// What was rejected before is not rejected again, however often it is shown.
    private Optional<Step> reject(View view, String identity, Fetch.Rejected rejected) {
        var id = key.of(REJECTED, identity);
        var mark = Seen.Mark.saying(key.of(REJECTED, rejected.reason()), today());
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
    record View(AccountEvent.Registered account, Coverage coverage, Seen seen) {}
}
