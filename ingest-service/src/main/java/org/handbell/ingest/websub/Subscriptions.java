package org.handbell.ingest.websub;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handbell.ingest.http.Poster;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.source.Hubs;
import org.handbell.ingest.source.UrlQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The subscriptions of the accounts that this instance pulls. They are made and renewed when a
/// feed is looked at, so that an account which is no longer pulled here loses its subscription with
/// its lease. Safe for use by many threads.
final class Subscriptions implements Hubs {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /// How long an answer of the hub is waited for, before it is asked again.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);

    private final WebSubSettings settings;
    private final URI callback;
    private final Seal seal;
    private final Poster poster;
    private final Clock clock;
    private final Map<String, Subscription> byAccount;

    /// @param callback public address of this instance
    Subscriptions(WebSubSettings settings, URI callback, Seal seal, Poster poster, Clock clock) {
        this.settings = settings;
        this.callback = callback;
        this.seal = seal;
        this.poster = poster;
        this.clock = clock;
        this.byAccount = new Bounded(settings.subscriptions());
    }

    @Override
    public void named(String accountId, Hub hub) {
        if (due(accountId, hub)) {
            ask(accountId, hub);
        }
    }

    @Override
    public void unchanged(String accountId) {
        Hub hub = known(accountId);
        if (hub != null) {
            named(accountId, hub);
        }
    }

    /// The hub has confirmed.
    ///
    /// @param lease until when it pushes; null where it does not say
    void confirmed(String accountId, URI topic, @Nullable Duration lease) {
        var given = lease == null ? settings.lease() : lease;
        var shown = given.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : given;
        change(accountId, topic, shown.multipliedBy(2).dividedBy(3), clock.instant().plus(shown));
    }

    /// The hub will not push.
    void denied(String accountId, URI topic) {
        change(accountId, topic, AFTER_DENIAL, null);
    }

    /// Subscriptions that a hub has confirmed and whose lease has not ended.
    long standing() {
        var now = clock.instant();
        synchronized (byAccount) {
            return byAccount.values().stream()
                    .filter(s -> s.until != null && s.until.isAfter(now))
                    .count();
        }
    }

    private @Nullable Hub known(String accountId) {
        synchronized (byAccount) {
            var standing = byAccount.get(accountId);
            return standing == null ? null : standing.hub;
        }
    }

    /// Takes the next asking for itself, so that no two threads ask.
    private boolean due(String accountId, Hub hub) {
        var now = clock.instant();
        synchronized (byAccount) {
            var standing = byAccount.get(accountId);
            if (standing == null || !standing.hub.equals(hub)) {
                byAccount.put(accountId, new Subscription(hub, now.plus(PATIENCE), null));
                return true;
            }
            if (now.isBefore(standing.askAgain)) {
                return false;
            }
            byAccount.put(accountId, new Subscription(hub, now.plus(PATIENCE), standing.until));
            return true;
        }
    }

    private void ask(String accountId, Hub hub) {
        var sealed = seal.of(accountId, hub.topic());
        var form =
                Map.of(
                        "hub.mode", "subscribe",
                        "hub.topic", hub.topic().toString(),
                        "hub.callback", callback(accountId, sealed),
                        "hub.lease_seconds", Long.toString(settings.lease().toSeconds()),
                        "hub.secret", seal.secret(accountId, sealed));
        switch (poster.post(hub.address(), form)) {
            case Reply.Answered answered when answered.ok() -> {}
            case Reply.Answered answered ->
                    LOG.info("a hub answers a subscription with {}", answered.status());
            case Reply.Failed failed -> LOG.info("a hub cannot be asked: {}", failed.reason());
        }
    }

    private String callback(String accountId, String sealed) {
        var base = callback.toString().replaceFirst("/+$", "");
        return base + "/websub/" + UrlQuery.encoded(accountId).replace("+", "%20") + "/" + sealed;
    }

    private void change(String accountId, URI topic, Duration askAgain, @Nullable Instant until) {
        synchronized (byAccount) {
            byAccount.computeIfPresent(
                    accountId,
                    (_, standing) ->
                            standing.hub.topic().equals(topic)
                                    ? new Subscription(
                                            standing.hub, clock.instant().plus(askAgain), until)
                                    : standing);
        }
    }

    /// @param askAgain when the hub is asked next
    /// @param until when its lease ends; null while it has not confirmed
    private record Subscription(Hub hub, Instant askAgain, @Nullable Instant until) {}

    private static final class Bounded extends LinkedHashMap<String, Subscription> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Subscription> eldest) {
            return size() > most;
        }
    }
}
