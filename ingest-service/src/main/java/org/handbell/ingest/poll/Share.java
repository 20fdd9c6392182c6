package org.handbell.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.handbell.contract.CursorEvent;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.poll.AccountLedger.Kept;
import org.handbell.ingest.publish.Batch;
import org.handbell.ingest.publish.Publisher;
import org.handbell.ingest.publish.Publisher.Outcome;
import org.handbell.ingest.publish.Publishers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One partition of the accounts, while this instance has it. First the right to write is taken,
/// which fences off whoever had it; only then is read what they wrote; only then is pulled. Once
/// lost, a share writes nothing any more.
final class Share {

    private static final Logger LOG = LoggerFactory.getLogger(Share.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final int partition;
    private final Publishers publishers;
    private final Pulling pulling;
    private final Map<String, Puller> pullers = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Accounts.Listener listener = this::changed;
    private final Thread opener = Thread.ofVirtual().name("open").unstarted(this::open);
    private volatile State state = State.OPENING;
    private volatile @Nullable Publisher publisher;
    private volatile @Nullable Instant lostAt;

    Share(int partition, Publishers publishers, Pulling pulling) {
        this.partition = partition;
        this.publishers = publishers;
        this.pulling = pulling;
    }

    void start() {
        opener.start();
    }

    State state() {
        return state;
    }

    /// Whether it was lost and has rested since.
    boolean rested(Instant now) {
        var lost = lostAt;
        return lost != null && now.isAfter(lost.plus(pulling.settings().reopenAfter()));
    }

    List<Standing> standings() {
        var standings = new ArrayList<Standing>();
        for (var puller : pullers.values()) {
            var standing = puller.pull().standing();
            if (standing != null) {
                standings.add(standing);
            }
        }
        return standings;
    }

    /// A push says that an account has news.
    ///
    /// @return whether the account is pulled here
    boolean due(String accountId) {
        var puller = pullers.get(accountId);
        if (puller != null && puller.due()) {
            var account = pulling.accounts().find(accountId);
            account.ifPresent(a -> pulling.metrics().pushed(a.platform()));
        }
        return puller != null;
    }

    /// Stops pulling and gives the right to write back. A write that is under way is waited for,
    /// within bounds.
    void stop() {
        var quiet = quietly();
        end(State.CLOSED);
        if (quiet) {
            writing.unlock();
        }
        opener.interrupt();
        close(quiet ? STOP : Duration.ZERO);
    }

    private void open() {
        try {
            var opened = publishers.open(partition);
            publisher = opened;
            pulling.tables().upToDate();
            begin(ShareContents.read(opened, pulling));
        } catch (RuntimeException e) {
            lose(e.getClass().getSimpleName());
        }
        if (state == State.CLOSED) {
            close(Duration.ZERO);
        }
    }

    private void begin(ShareContents contents) {
        writing.lock();
        try {
            if (state != State.OPENING) {
                return;
            }
            state = State.OPEN;
            var accounts = pulling.accounts();
            accounts.onChange(listener);
            accounts.idsIn(partition).forEach(id -> pull(id, contents.of(id)));
            contents.accountIds().stream()
                    .filter(id -> !accounts.standing(id))
                    .forEach(this::forget);
        } finally {
            writing.unlock();
        }
    }

    /// Called on the thread that reads the register, which must not wait for a write.
    private void changed(int where, String accountId) {
        if (where == partition) {
            Thread.ofVirtual().name("change").start(() -> settle(accountId));
        }
    }

    private void settle(String accountId) {
        writing.lock();
        try {
            if (state != State.OPEN) {
                return;
            }
            var puller = pullers.get(accountId);
            if (!pulling.accounts().standing(accountId)) {
                forget(accountId);
            } else if (puller == null) {
                pull(accountId, Kept.nothing());
            } else {
                puller.wake();
            }
        } finally {
            writing.unlock();
        }
    }

    private void pull(String accountId, Kept kept) {
        var ledger = new AccountLedger(accountId, kept, this::commit, pulling);
        var apart = pulling.settings().fastestPushed();
        var puller = new Puller(new AccountPull(accountId, ledger, pulling), apart);
        pullers.put(accountId, puller);
        puller.start();
    }

    private void forget(String accountId) {
        var puller = pullers.remove(accountId);
        if (puller != null) {
            puller.stop();
        }
        var forgotten = new CursorEvent.Forgotten(accountId, pulling.clock().instant());
        commit(new Batch(List.of(), List.of(), forgotten));
    }

    private Outcome commit(Batch batch) {
        writing.lock();
        try {
            var open = publisher;
            if (state != State.OPEN || open == null) {
                return new Outcome.Lost("this share has ended");
            }
            if (batch.cursor() instanceof CursorEvent.Saved(var id, _, _, _, _)
                    && !pulling.accounts().standing(id)) {
                return new Outcome.NotNow("the account was closed");
            }
            return heard(open.commit(batch));
        } finally {
            writing.unlock();
        }
    }

    private Outcome heard(Outcome outcome) {
        switch (outcome) {
            case Outcome.Committed committed -> {}
            case Outcome.NotNow(var reason) ->
                    LOG.warn("partition {}: nothing was written now: {}", partition, reason);
            case Outcome.Lost(var reason) -> lose(reason);
        }
        return outcome;
    }

    private void lose(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        LOG.warn("partition {} is lost to this instance: {}", partition, reason);
        pulling.metrics().shareLost();
        lostAt = pulling.clock().instant();
        state = State.LOST;
        close(Duration.ZERO);
        end(State.LOST);
    }

    private void end(State how) {
        state = how;
        pulling.accounts().forget(listener);
        pullers.values().forEach(Puller::stop);
    }

    private void close(Duration patience) {
        var open = publisher;
        if (open != null) {
            open.close(patience);
        }
    }

    private boolean quietly() {
        try {
            return writing.tryLock(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Where a share stands.
    enum State {
        /// The right to write is being taken, and what is written is being read.
        OPENING,
        /// Its accounts are pulled.
        OPEN,
        /// Another instance took over, or it cannot be told what was written.
        LOST,
        /// Given back.
        CLOSED
    }
}
