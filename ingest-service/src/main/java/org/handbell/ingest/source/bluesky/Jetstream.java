package org.handbell.ingest.source.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.handbell.ingest.source.Nudge;
import org.springframework.context.SmartLifecycle;

/// Listens on Jetstreams for news of the accounts that are read here, and makes those due. What a
/// stream says is not believed beyond that: the repository is the truth, and what the stream leaves
/// out is polled.
final class Jetstream implements Followed, SmartLifecycle {

    /// So that the address of a subscription stays short enough for what stands before a server.
    static final int PER_LINE = 100;

    /// Begins after the engine, and ends before it.
    private static final int PHASE = 1;

    /// Longer than the longest patience that a platform may ask for.
    private static final Duration KEPT = Duration.ofHours(26);

    private final JetstreamLine.Parts parts;
    private final Nudge nudge;
    private final Predicate<String> registered;
    private final List<JetstreamLine> lines;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /// @param registered whether an account is still in the register
    /// @param connections most lines
    Jetstream(
            JetstreamLine.Parts parts, Nudge nudge, Predicate<String> registered, int connections) {
        this.parts = parts;
        this.nudge = nudge;
        this.registered = registered;
        this.lines =
                Stream.generate(() -> new JetstreamLine(parts, this::heard))
                        .limit(connections)
                        .toList();
    }

    /// For which account a repository is read.
    private record Follower(String accountId, Instant readAt) {}

    @Override
    public void follow(String did, String accountId) {
        if (followers.containsKey(did) || followers.size() < lines.size() * PER_LINE) {
            followers.put(did, new Follower(accountId, parts.clock().instant()));
        }
    }

    @Override
    public void start() {
        running = true;
        lines.forEach(JetstreamLine::start);
        Thread.ofVirtual().name("jetstream").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        lines.forEach(JetstreamLine::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void heard(String did) {
        var follower = followers.get(did);
        if (follower != null && !nudge.due(follower.accountId)) {
            followers.remove(did, follower);
        }
    }

    private void run() {
        try {
            while (!stopped.await(parts.rhythm().tick().toMillis(), TimeUnit.MILLISECONDS)) {
                forgetOthers();
                assign();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetOthers() {
        var since = parts.clock().instant().minus(KEPT);
        followers.values().removeIf(f -> f.readAt.isBefore(since) || !registered.test(f.accountId));
    }

    /// Whoever has a line keeps it, so that a newcomer costs the others of one line a new
    /// connection at most.
    private void assign() {
        var without = new HashSet<>(followers.keySet());
        var kept = lines.stream().map(line -> remaining(line, without)).toList();
        var newcomers = without.iterator();
        for (int i = 0; i < lines.size(); i++) {
            while (kept.get(i).size() < PER_LINE && newcomers.hasNext()) {
                kept.get(i).add(newcomers.next());
            }
            lines.get(i).want(kept.get(i));
        }
    }

    private Set<String> remaining(JetstreamLine line, Set<String> without) {
        var remaining = new HashSet<>(line.wanted());
        remaining.retainAll(followers.keySet());
        without.removeAll(remaining);
        return remaining;
    }
}
