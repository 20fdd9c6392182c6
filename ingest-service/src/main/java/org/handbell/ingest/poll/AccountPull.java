package org.handbell.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.handbell.contract.AccountEvent;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.ForPlatform;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Source.Depth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at one account again and again. Used by one thread at a time, but for `standing`.
final class AccountPull {

    private static final Logger LOG = LoggerFactory.getLogger(AccountPull.class);

    private final String accountId;
    private final Pulling pulling;
    private final AccountLedger ledger;
    private Pace pace;
    private @Nullable Instant answeredAt;
    private volatile @Nullable Standing standing;

    AccountPull(String accountId, AccountLedger ledger, Pulling pulling) {
        this.accountId = accountId;
        this.ledger = ledger;
        this.pulling = pulling;
        this.pace = Pace.fastest(pulling.settings());
    }

    /// How the account stands; null before the first look.
    @Nullable Standing standing() {
        return standing;
    }

    /// Whether the platform answered the last look, so that it may be asked again soon.
    boolean answered() {
        var known = standing;
        return known != null && known.state() == Standing.State.PULLED;
    }

    /// One look.
    ///
    /// @return how long to wait for the next one
    Duration look() throws InterruptedException {
        var account = pulling.accounts().find(accountId);
        if (account.isEmpty()) {
            standing = new Standing(null, Standing.State.UNREADABLE, List.of(), null);
            return pulling.settings().slowest();
        }
        var wait = look(account.get());
        ledger.tidy();
        return wait;
    }

    private Duration look(AccountEvent.Registered account) throws InterruptedException {
        var unmet = Gate.unmet(account, now());
        if (!unmet.isEmpty()) {
            answeredAt = null;
            stands(account, Standing.State.HELD_BACK, unmet);
            return pulling.settings().slowest();
        }
        var source = pulling.sources().reading(account);
        if (source.isEmpty()) {
            answeredAt = null;
            stands(account, Standing.State.NO_SOURCE, List.of());
            return pulling.settings().slowest();
        }
        answeredAt = answeredAt == null ? now() : answeredAt;
        return pull(account, source.get());
    }

    private Duration pull(AccountEvent.Registered account, Source source)
            throws InterruptedException {
        pulling.permits().acquire();
        try {
            var place = pulling.place(source, account.address());
            var swept = ledger.sweptAt(place).orElse(null);
            var look = new Look(account, source, depth(swept), place, swept);
            return ForPlatform.ask(account.platform(), () -> took(look, fetch(look)));
        } catch (RuntimeException e) {
            return failed(account, e);
        } finally {
            pulling.permits().release();
        }
    }

    /// Where older posts are watched, the whole account is read.
    private Fetch fetch(Look look) {
        var reach = watched().isEmpty() ? look.reach(now()) : Instant.MIN;
        var position = ledger.position(look.place());
        return look.source().fetch(look.reading(reach), position, look.depth());
    }

    private Duration took(Look look, Fetch fetch) {
        var platform = look.account().platform();
        pulling.metrics().fetched(platform, fetch.getClass().getSimpleName());
        return switch (fetch) {
            case Fetch.Fetched fetched -> answered(look, fetched);
            case Fetch.Unchanged unchanged -> answered(look, nothingNew(look));
            case Fetch.TryLater(var after, var reason) -> {
                LOG.debug("{} asks for patience: {}", look.source().name(), reason);
                stands(look.account(), Standing.State.TRY_LATER, List.of());
                yield patience(after);
            }
            case Fetch.UsedUp(var after, var reason) -> {
                LOG.info("{}: {}", look.source().name(), reason);
                answeredAt = null;
                stands(look.account(), Standing.State.USED_UP, List.of());
                yield patience(after);
            }
            case Fetch.Refused(var reason) -> {
                LOG.warn("{} refuses an account: {}", look.source().name(), reason);
                stands(look.account(), Standing.State.REFUSED, List.of());
                yield pulling.settings().sweepEvery();
            }
        };
    }

    /// A bug in a source must not stop the others; its message may hold what a person wrote.
    private Duration failed(AccountEvent.Registered account, RuntimeException e) {
        pulling.metrics().fetched(account.platform(), "failed");
        var trace = e.getStackTrace();
        LOG.warn(
                "a look failed: {} at {}",
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        stands(account, Standing.State.FAILED, List.of());
        pace = pace.slower();
        return pace.interval();
    }

    private Duration answered(Look look, Fetch.Fetched fetched) {
        answeredAt = now();
        stands(look.account(), Standing.State.PULLED, List.of());
        var glance = pulling.comparing().pictures().begin(look.account().platform());
        var pictured = new Pictured(glance, pulling.watches());
        var steps = pictured.steps(steps(look, fetched, glance));
        if (!ledger.write(look, fetched, steps)) {
            return pulling.settings().fastest();
        }
        pace = steps.isEmpty() ? pace.slower() : pace.faster();
        return pace.interval();
    }

    private List<Step> steps(Look look, Fetch.Fetched fetched, Pictures.Glance glance) {
        var comparing = pulling.comparing();
        var view = view(look);
        var steps = new ArrayList<>(comparing.listing().compare(view, fetched));
        if (look.sweeps()) {
            var whole = new Missing.Whole(look, ledger.seen(), view.watched(), fetched);
            steps.addAll(comparing.missing().find(whole, ledger.remembered()));
        }
        var keeping = pulling.watches().keepingPictures(accountId);
        if (!keeping.isEmpty()) {
            var wanted = new Copies.Wanted(view, fetched, keeping);
            steps.addAll(comparing.copies().make(wanted, comparing.listing(), glance));
        }
        return steps;
    }

    private Listing.View view(Look look) {
        return new Listing.View(
                look.account(),
                look.source().coverage(),
                ledger.seen(),
                ledger.remembered(),
                look.reach(now()),
                watched());
    }

    private Set<String> watched() {
        return pulling.watches().of(accountId);
    }

    private Depth depth(@Nullable Instant swept) {
        var settings = pulling.settings();
        if (swept != null && pulling.watches().beganBetween(accountId, swept, now())) {
            return Depth.SWEEP;
        }
        var every = !watched().isEmpty() ? settings.sweepWatchedEvery() : settings.sweepEvery();
        return swept != null && now().isBefore(swept.plus(every)) ? Depth.NEWEST : Depth.SWEEP;
    }

    /// "Unchanged" as a listing that shows nothing and claims nothing.
    private Fetch.Fetched nothingNew(Look look) {
        return new Fetch.Fetched(List.of(), List.of(), ledger.position(look.place()), false);
    }

    private Duration patience(Duration asked) {
        var settings = pulling.settings();
        var least = asked.compareTo(pace.interval()) < 0 ? pace.interval() : asked;
        return least.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : least;
    }

    private void stands(AccountEvent.Registered account, Standing.State state, List<String> unmet) {
        standing = new Standing(account.platform(), state, unmet, answeredAt);
    }

    private Instant now() {
        return pulling.clock().instant();
    }
}
