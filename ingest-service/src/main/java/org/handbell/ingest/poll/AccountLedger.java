package org.handbell.ingest.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.cursor.Cursor;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.publish.Batch;
import org.handbell.ingest.publish.DeadLetter;
import org.handbell.ingest.publish.Publisher.Outcome;
import org.handbell.ingest.source.Fetch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is written of one account: its cursor as it was last committed, and how it moves on. Used
/// by one thread at a time.
final class AccountLedger {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLedger.class);

    private final String accountId;
    private final Pulling pulling;
    private final Writer writer;
    private final Remembered remembered;
    private Cursor cursor;

    AccountLedger(String accountId, Kept kept, Writer writer, Pulling pulling) {
        this.accountId = accountId;
        this.pulling = pulling;
        this.writer = writer;
        this.remembered = kept.remembered;
        this.cursor = kept.cursor;
    }

    Seen seen() {
        return cursor.seen();
    }

    Remembered remembered() {
        return remembered;
    }

    /// When the account was last read in full from this place; empty where never.
    Optional<Instant> sweptAt(String place) {
        var position = cursor.position();
        return position == null || !position.startsWith(place)
                ? Optional.empty()
                : Optional.ofNullable(cursor.sweptAt());
    }

    /// What the source goes on from at this place; null at the start.
    @Nullable String position(String place) {
        var position = cursor.position();
        return position == null
                        || !position.startsWith(place)
                        || position.length() == place.length()
                ? null
                : position.substring(place.length());
    }

    /// Writes what a look found, with the cursor that follows it, in as many transactions as it
    /// needs: the position moves on with the last one only, so a look that was cut short is taken
    /// again, and the fingerprints tell what it had written. A look that changes nothing writes
    /// nothing.
    ///
    /// @return false where not all of it could be written
    boolean write(Look look, Fetch.Fetched fetched, List<Step> steps) {
        var position = look.place() + kept(look, fetched.position());
        if (steps.isEmpty() && !look.sweeps() && position.equals(cursor.position())) {
            return true;
        }
        var chunks = Chunks.of(steps, pulling.settings().postsPerTransaction());
        for (var chunk : chunks.subList(0, chunks.size() - 1)) {
            var next = new Cursor(cursor.position(), seen(chunk), cursor.sweptAt());
            if (!commit(look, chunk, next)) {
                return false;
            }
        }
        var last = chunks.getLast();
        var swept = look.sweeps() ? now() : cursor.sweptAt();
        return commit(look, last, new Cursor(position, again(fetched, seen(last)), swept));
    }

    /// The account may have been closed or changed while its platform answered: then nothing of the
    /// answer is written.
    private boolean commit(Look look, List<Step> chunk, Cursor next) {
        if (!pulling.accounts().find(accountId).equals(Optional.of(look.account()))) {
            return false;
        }
        var batch = new Batch(told(chunk), rejected(chunk), next.saved(accountId, now()));
        if (!(writer.commit(batch) instanceof Outcome.Committed)) {
            return false;
        }
        cursor = next;
        chunk.forEach(step -> committed(look, step));
        return true;
    }

    private void committed(Look look, Step step) {
        var metrics = pulling.metrics();
        switch (step) {
            case Step.Tell tell -> {
                metrics.told(tell.event());
                if (tell.event() instanceof PostEvent.Observed(var post)) {
                    metrics.captured(post.platform(), look.delay(post));
                }
                remember(tell.event(), tell.seen().id());
            }
            case Step.Reject reject -> metrics.rejected(look.account().platform());
        }
    }

    private void remember(PostEvent event, long id) {
        switch (event) {
            case PostEvent.Observed(var post) -> remembered.note(id, Remembered.Known.of(post));
            case PostEvent.Edited(var post) -> remembered.note(id, Remembered.Known.of(post));
            case PostEvent.Withdrawn gone -> remembered.forget(id);
        }
    }

    private Seen seen(List<Step> chunk) {
        return cursor.seen().with(chunk.stream().map(Step::seen).toList(), today());
    }

    /// What is shown again stays known, and so does what was withdrawn while a case wants to know.
    private Seen again(Fetch.Fetched fetched, Seen seen) {
        var comparing = pulling.comparing();
        var again = new ArrayList<Seen.Item>();
        for (var postId : pulling.watches().of(accountId)) {
            var id = comparing.key().of(Listing.POST, postId);
            seen.mark(id)
                    .filter(Seen.Mark::isWithdrawn)
                    .ifPresent(mark -> again.add(new Seen.Item(id, mark.on(today()))));
        }
        again.addAll(comparing.listing().seenAgain(seen, fetched));
        return seen.with(again, today());
    }

    private static String kept(Look look, @Nullable String position) {
        if (!Cursor.fits(position)) {
            LOG.warn("{}: a position is too long and is not kept", look.source().name());
            return "";
        }
        return position == null ? "" : position;
    }

    private static List<PostEvent> told(List<Step> chunk) {
        return chunk.stream()
                .filter(Step.Tell.class::isInstance)
                .map(step -> ((Step.Tell) step).event())
                .toList();
    }

    private static List<DeadLetter> rejected(List<Step> chunk) {
        return chunk.stream()
                .filter(Step.Reject.class::isInstance)
                .map(step -> ((Step.Reject) step).letter())
                .toList();
    }

    private Instant now() {
        return pulling.clock().instant();
    }

    private long today() {
        return pulling.comparing().listing().today();
    }

    /// What was kept of the account before this instance took it.
    record Kept(Cursor cursor, Remembered remembered) {

        static Kept nothing() {
            return new Kept(Cursor.start(), new Remembered());
        }
    }

    /// Writes a batch for the account.
    @FunctionalInterface
    interface Writer {

        Outcome commit(Batch batch);
    }
}
