package org.handbell.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.IngestMetrics.Figures;
import org.handbell.ingest.poll.Share.State;
import org.handbell.ingest.source.Nudge;

/// The partitions that the group gives this instance. Changed by one thread; may be looked at by
/// others.
final class Shares implements Nudge {

    private final Map<Integer, Share> shares = new ConcurrentHashMap<>();
    private final IntFunction<Share> making;
    private final Clock clock;
    private volatile boolean assigned;

    /// @param making makes a share for a partition, not yet started
    Shares(IntFunction<Share> making, Clock clock) {
        this.making = making;
        this.clock = clock;
    }

    /// The group gives us these partitions, maybe none.
    void take(Collection<Integer> partitions) {
        partitions.forEach(this::open);
        assigned = true;
    }

    /// The group takes these partitions back, or we lost them. Returns when nothing is written to
    /// them any more.
    void give(Collection<Integer> partitions) {
        for (var partition : partitions) {
            var share = shares.remove(partition);
            if (share != null) {
                share.stop();
            }
        }
    }

    /// Nothing is ours any more.
    void giveAll() {
        assigned = false;
        give(List.copyOf(shares.keySet()));
    }

    /// Takes a share again that was lost and has rested, since the group still says it is ours.
    void tick() {
        var now = clock.instant();
        shares.forEach((partition, share) -> {
            if (share.rested(now)) {
                share.stop();
                open(partition);
            }
        });
    }

    @Override
    public boolean due(String accountId) {
        return shares.values().stream().anyMatch(share -> share.due(accountId));
    }

    /// Whether the group has given us our share of the work, and all of it is being pulled.
    boolean ready() {
        return assigned && shares.values().stream().allMatch(s -> s.state() == State.OPEN);
    }

    Figures figures() {
        var standings = shares.values().stream().flatMap(s -> s.standings().stream()).toList();
        var accounts = new HashMap<Figures.Key, Long>();
        var heldBack = new TreeMap<String, Long>();
        var oldest = new TreeMap<String, Long>();
        var now = clock.instant();
        for (var standing : standings) {
            accounts.merge(key(standing), 1L, Long::sum);
            standing.unmet().forEach(gate -> heldBack.merge(gate, 1L, Long::sum));
            age(standing, now, oldest);
        }
        var open = shares.values().stream().filter(s -> s.state() == State.OPEN).count();
        return new Figures(Math.toIntExact(open), accounts, heldBack, oldest);
    }

    private void open(int partition) {
        var share = making.apply(partition);
        shares.put(partition, share);
        share.start();
    }

    private static void age(Standing standing, Instant now, Map<String, Long> oldest) {
        var answered = standing.answeredAt();
        var platform = standing.platform();
        if (answered != null && platform != null) {
            var seconds = Duration.between(answered, now).toSeconds();
            oldest.merge(IngestMetrics.label(platform), seconds, Math::max);
        }
    }

    private static Figures.Key key(Standing standing) {
        var platform = standing.platform();
        var label = platform == null ? "unknown" : IngestMetrics.label(platform);
        return new Figures.Key(label, standing.state().label());
    }
}
