package org.handbell.ingest.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.MediaEvent;
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
        return commit(look, last, new Cursor(position, seen(last), swept));
    }

    /// The account may have been closed or changed while its platform answered: then nothing of the
    /// answer is written.
    private boolean commit(Look look, List<Step> chunk, Cursor next) {
        if (!pulling.accounts().find(accountId).equals(Optional.of(look.account()))) {
            return false;
        }
        var batch =
                new Batch(told(chunk), kept(chunk), rejected(chunk), next.saved(accountId, now()));
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
            case Step.Keep keep -> {}
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

    /// What a case watches stays known for as long as it is watched, its pictures included.
    private Seen seen(List<Step> chunk) {
        var items = new ArrayList<Seen.Item>();
        for (var postId : pulling.watches().of(accountId)) {
            again(pulling.comparing().key().of(Listing.POST, postId), items);
            pulling.comparing().copies().ids(postId).forEach(id -> again(id, items));
        }
        chunk.forEach(step -> items.add(step.seen()));
        return cursor.seen().with(items, cursor.keeping(now()));
    }

    private void again(long id, List<Seen.Item> items) {
        cursor.seen().mark(id).ifPresent(mark -> items.add(new Seen.Item(id, mark.from(now()))));
    }

    /// Forgets what was kept long enough, also where the platform does not answer.
    void tidy() {
        if (!cursor.seen().isOverdue(cursor.keeping(now()))) {
            return;
        }
        var next = new Cursor(cursor.position(), seen(List.of()), cursor.sweptAt());
        var batch = new Batch(List.of(), List.of(), next.saved(accountId, now()));
        if (writer.commit(batch) instanceof Outcome.Committed) {
            cursor = next;
        }
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

    /// A watch may have ended, or a reviewer may have marked the post, since the picture was
    /// fetched.
    private List<MediaEvent> kept(List<Step> chunk) {
        var kept = new ArrayList<MediaEvent>();
        for (var step : chunk) {
            if (step instanceof Step.Keep(var picture, _)
                    && picture != null
                    && pulling.watches().keepsPictures(picture.postId())) {
                kept.add(picture);
            }
        }
        return kept;
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
