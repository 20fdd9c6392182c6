package org.handbell.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Post;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Source.Depth;
import org.jspecify.annotations.Nullable;

/// One look at an account.
///
/// @param place marks positions that this source left for this address
/// @param sweptBefore when the account was last read in full before; null where never
record Look(
        AccountEvent.Registered account,
        Source source,
        Depth depth,
        String place,
        @Nullable Instant sweptBefore) {

    private static final Duration LATE = Seen.LATE;

    boolean sweeps() {
        return depth == Depth.SWEEP;
    }

    /// From when on a post that is not known is new: for 72 hours after it was posted, or since the
    /// account was last read in full where that is longer ago. The first look reaches back to the
    /// notice.
    Instant reach(Instant now) {
        var swept = sweptBefore;
        if (swept == null) {
            return Instant.MIN;
        }
        var kept = now.minus(Seen.KEPT);
        return swept.minus(LATE).isBefore(kept) ? swept.minus(LATE) : kept;
    }

    /// The account as its source reads it: nothing that is out of reach need be asked for.
    AccountEvent.Registered reading(Instant reach) {
        var from = account.collectFrom();
        if (from == null || !reach.isAfter(Gate.since(account))) {
            return account;
        }
        return new AccountEvent.Registered(
                account.accountId(),
                account.platform(),
                account.address(),
                account.kind(),
                account.holderId(),
                account.academyId(),
                account.spokesperson(),
                account.approved(),
                account.gates(),
                Gate.day(reach),
                account.revision(),
                account.at());
    }

    /// How long a post was there before it was captured; empty where its date does not tell. At the
    /// first look at an account all is old, and a date from before the last full reading, which did
    /// not show the post, is not when it appeared: it was dated back, or it had been away.
    Optional<Duration> delay(Post post) {
        var swept = sweptBefore;
        if (swept == null || post.broughtIn() || post.postedAt().isBefore(swept.minus(LATE))) {
            return Optional.empty();
        }
        var delay = Duration.between(post.postedAt(), post.capturedAt());
        return delay.compareTo(LATE.negated()) < 0
                ? Optional.empty()
                : Optional.of(delay.isNegative() ? Duration.ZERO : delay);
    }
}
