package org.handbell.ingest.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.handbell.contract.PostEvent;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two instances are killed again and again while posts, edits and deletions go on. Readers of
/// committed records are told of every post once, of no state twice, and of every state that lasted
/// two intervals.
class ManyKillsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ManyKillsIT.class);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration BRISK = Duration.ofSeconds(10);
    private static final int POSTS = 6;
    private static final int HOSTS = 4;

    @TempDir Path folder;

    private final Clock clock = Clock.systemUTC();
    private final String run = UUID.randomUUID().toString();
    private final Registered registered = new Registered("many-" + run + "-", clock);

    /// @param seed of the changes, the pauses and the choice of whom to kill
    /// @param interval between two looks at an account
    /// @param sweepEvery between two readings in full, from which deletions are known
    /// @param pause most seconds between two kills
    /// @param perChange time between two changes, over all accounts
    private record Plan(
            long seed,
            int accounts,
            int kills,
            Duration interval,
            Duration sweepEvery,
            int pause,
            Duration perChange) {

        /// @param start the longest that a killed process takes to start again
        Verdict.Lasting lasting(Duration start) {
            var sweeps = sweepEvery.compareTo(interval) > 0 ? interval.multipliedBy(2) : interval;
            var more = allowance(start);
            return new Verdict.Lasting(
                    interval.multipliedBy(2).plus(more), sweeps.multipliedBy(2).plus(more));
        }

        /// Where both are killed before they have started, nobody looks. On a machine that is so
        /// busy that a start takes long, kills come less often, and states must last longer.
        int pauseMillis(Duration start) {
            return Math.toIntExact(Math.max(pause * 1000L, allowance(start).toMillis()));
        }

        private static Duration allowance(Duration start) {
            return start.compareTo(BRISK) > 0 ? start.multipliedBy(3) : Duration.ZERO;
        }
    }

    @Test
    void threeKillsAmongManyAccountsLoseNothingAndTellNothingTwice() throws Exception {
        proves(
                new Plan(
                        Long.getLong("handbell.test.seed", 5),
                        40,
                        3,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        2,
                        Duration.ofMillis(100)));
    }

    @Test
    @Tag("long")
    void twentyKillsAmongFiveHundredAccountsLoseNothingAndTellNothingTwice() throws Exception {
        proves(
                new Plan(
                        Long.getLong("handbell.test.seed", 2026),
                        500,
                        20,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        40,
                        Duration.ofMillis(60)));
    }

    private void proves(Plan plan) throws Exception {
        Files.writeString(folder.resolve("key"), run);
        var random = new Random(plan.seed);
        try (var many = new ManyAccounts(HOSTS, plan.accounts, clock);
                var broker = new Broker();
                var told = ToldPosts.committed("many-" + run);
                var written = ToldPosts.written("many-" + run)) {
            registered.in(many, broker, POSTS);
            try (var engines = new Engines(many, settings(many, plan), random)) {
                var initial = plan.accounts * POSTS;
                await().atMost(START).until(() -> told.states().size() >= initial);
                LOG.info("all {} accounts are read", plan.accounts);
                var hits = killWhileThingsChange(many, engines, plan, random);
                LOG.info(
                        "killed {} times; the slowest start took {}",
                        plan.kills,
                        engines.slowestStart());
                settle(many, told, plan.lasting(engines.slowestStart()));
                var verdict = verdict(many, told, plan.lasting(engines.slowestStart()));
                var events = told.upToNow();
                explain(many, verdict, events, engines);
                report(plan, verdict, events, written.upToNow().size() - events.size(), hits);
                judged(plan, verdict, events, hits);
            } finally {
                many.accounts().forEach(i -> broker.tell(Wire.ACCOUNTS, registered.closed(i)));
            }
        }
    }

    /// All that is known of what went wrong.
    private void explain(
            ManyAccounts many, Verdict verdict, List<PostEvent> events, Engines engines) {
        verdict.faults().sequencedKeySet().stream()
                .limit(5)
                .forEach(id -> {
                    LOG.warn("{} was {}", id, many.truth().states().get(id));
                    events.stream()
                            .filter(event -> event.postId().equals(id))
                            .forEach(event -> LOG.warn("told at {}: {}", event.at(), event));
                    LOG.warn("looks, by seconds ago: {}", many.looks(id));
                });
        if (!verdict.faults().isEmpty()) {
            LOG.warn("a said {}", engines.output("engine-a"));
            LOG.warn("b said {}", engines.output("engine-b"));
        }
    }

    private static void judged(Plan plan, Verdict verdict, List<PostEvent> events, int hits) {
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.due() + verdict.brief()).isGreaterThan(plan.accounts * POSTS);
        assertThat(count(events, PostEvent.Edited.class)).isGreaterThan(plan.accounts / 4);
        assertThat(count(events, PostEvent.Withdrawn.class)).isGreaterThan(plan.accounts / 10);
        assertThat(hits).isGreaterThanOrEqualTo(plan.kills / 4);
    }

    /// @return how many kills hit a process that had just been given news
    private int killWhileThingsChange(ManyAccounts many, Engines engines, Plan plan, Random random)
            throws Exception {
        var chance = new Random(plan.seed + 1);
        try (var changing = Executors.newSingleThreadScheduledExecutor();
                var killing = Executors.newSingleThreadScheduledExecutor()) {
            var going =
                    changing.scheduleAtFixedRate(
                            () -> many.feed(chance.nextInt(plan.accounts)).change(chance),
                            0,
                            plan.perChange.toMillis(),
                            TimeUnit.MILLISECONDS);
            var hits = 0;
            for (var kill = 0; kill < plan.kills; kill++) {
                var pause = random.nextInt(plan.pauseMillis(engines.slowestStart()));
                var killed = killing.schedule(engines::killOne, pause, TimeUnit.MILLISECONDS);
                hits += killed.get() ? 1 : 0;
            }
            assertThat(going.isDone()).as("things go on changing").isFalse();
            going.cancel(false);
            return hits;
        }
    }

    /// Until everything that stands now was told of, or should have been.
    private void settle(ManyAccounts many, ToldPosts told, Verdict.Lasting lasting) {
        var due = clock.instant().plus(lasting.gone());
        await().atMost(lasting.gone().plus(START))
                .until(() ->
                        verdict(many, told, lasting).waiting() == 0
                                || clock.instant().isAfter(due));
    }

    private Verdict verdict(ManyAccounts many, ToldPosts told, Verdict.Lasting lasting) {
        var truth = many.truth().states();
        return Verdict.of(truth, told.upToNow(), lasting, clock.instant());
    }

    private static void report(
            Plan plan, Verdict verdict, List<PostEvent> events, int lost, int hits) {
        LOG.info(
                "seed {}: {} accounts, {} kills, {} of them right after news; {} records of"
                        + " transactions that never ended, seen by no reader of committed ones",
                plan.seed,
                plan.accounts,
                plan.kills,
                hits,
                lost);
        LOG.info(
                "told: {} observed, {} edited, {} withdrawn; of {} states that lasted two"
                        + " intervals none may be missing; briefer ones: {} told, {} not; faults: {}",
                count(events, PostEvent.Observed.class),
                count(events, PostEvent.Edited.class),
                count(events, PostEvent.Withdrawn.class),
                verdict.due(),
                verdict.brief(),
                verdict.unseen(),
                verdict.faults());
    }

    private static long count(List<PostEvent> events, Class<? extends PostEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private Map<String, String> settings(ManyAccounts many, Plan plan) {
        var settings = new HashMap<>(Engines.settings(many, run, folder));
        var interval = plan.interval.toMillis() + "ms";
        settings.put("handbell.ingest.poll.fastest", interval);
        settings.put("handbell.ingest.poll.slowest", interval);
        settings.put("handbell.ingest.poll.sweep-every", plan.sweepEvery.toMillis() + "ms");
        settings.put("logging.level.org.handbell.ingest.poll", "DEBUG");
        settings.put("handbell.ingest.http.per-host.requests", "1000");
        settings.put("handbell.ingest.http.per-host.period", "1s");
        settings.put("handbell.ingest.http.per-host.concurrent", "16");
        return settings;
    }
}
