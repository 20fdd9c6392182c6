package org.handbell.ingest.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.handbell.ingest.IngestApplication;
import org.handbell.ingest.http.BareClient;
import org.handbell.test.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One instance reads many accounts once a minute while its servers and the broker run on the same
/// machine. Prints what it reached; a figure that depends on the machine fails nothing.
///
/// `-Dhandbell.many.accounts` (10000) and `-Dhandbell.many.rounds` (3) make it smaller.
@Tag("long")
class TenThousandAccountsIT {

    private static final Logger LOG = LoggerFactory.getLogger(TenThousandAccountsIT.class);
    private static final int ACCOUNTS = Integer.getInteger("handbell.many.accounts", 10_000);
    private static final int ROUNDS = Integer.getInteger("handbell.many.rounds", 3);
    private static final int ACCOUNTS_PER_HOST = 100;
    private static final int POSTS = 5;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofMinutes(15);
    private static final int ONE_LOOK_WITH_NEWS_IN = 100;
    private static final long MOST_MB = 300;
    private static final double MOST_TIMES = 2;

    /// Of both processes; they replace what other tests start a JVM with.
    private static final List<String> JVM =
            List.of("-Xmx112m", "-Xmn18m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    @TempDir Path folder;

    private final String run = UUID.randomUUID().toString();
    private final Clock clock = Clock.systemUTC();
    private final Registered registered = new Registered("many-" + run + "-", clock);

    /// What a process did in a few rounds.
    private record Reading(Duration cpu, long peakMb, Punctuality punctuality, long bytes) {

        double microsPerPoll() {
            return cpu.toNanos() / 1000.0 / punctuality.waits();
        }
    }

    @Test
    void oneInstanceReadsTenThousandAccountsAMinute() throws Exception {
        assumeThat(Usage.canBeRead()).as("a system that tells of memory in /proc").isTrue();
        Files.writeString(folder.resolve("key"), run);
        try (var many = new ManyAccounts(ACCOUNTS / ACCOUNTS_PER_HOST, ACCOUNTS, clock);
                var broker = new Broker()) {
            registered.in(many, broker, POSTS);
            try {
                var ingest = ingest(many);
                var bare = bare(many);
                report(ingest, bare);
                assertThat(ingest.punctuality().visited()).isEqualTo(ACCOUNTS);
                assertThat(bare.punctuality().visited()).isEqualTo(ACCOUNTS);
            } finally {
                many.accounts().forEach(i -> broker.tell(Wire.ACCOUNTS, registered.closed(i)));
            }
        }
    }

    private Reading ingest(ManyAccounts many) throws Exception {
        try (var told = ToldPosts.statesAlone("many-" + run);
                var child = ChildJvm.start(JVM, IngestApplication.class, settings(many))) {
            await().atMost(START)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        assertThat(child.alive()).as(child::output).isTrue();
                        return told.states().size() >= ACCOUNTS * POSTS;
                    });
            LOG.info("all {} accounts were read once", ACCOUNTS);
            return reading(many, child);
        }
    }

    private Reading bare(ManyAccounts many) throws Exception {
        var addresses = Files.write(folder.resolve("addresses"), many.addresses());
        try (var child =
                ChildJvm.start(
                        JVM,
                        BareClient.class,
                        Map.of(),
                        addresses.toString(),
                        String.join(",", many.hostPorts()),
                        Long.toString(INTERVAL.toMillis()))) {
            return reading(many, child);
        }
    }

    /// A round and a little more to warm up, then the rounds that count, while posts go on.
    private Reading reading(ManyAccounts many, ChildJvm child) throws Exception {
        var random = new Random(1);
        try (var posting = Executors.newScheduledThreadPool(2)) {
            var going =
                    posting.scheduleAtFixedRate(
                            () -> many.feed(random.nextInt(ACCOUNTS)).change(random),
                            0,
                            INTERVAL.toNanos() * ONE_LOOK_WITH_NEWS_IN / ACCOUNTS,
                            TimeUnit.NANOSECONDS);
            posting.schedule(() -> {}, INTERVAL.plus(GRACE).toSeconds(), TimeUnit.SECONDS).get();
            many.forgetVisits();
            var from = System.nanoTime();
            var before = Usage.of(child.pid());
            posting.schedule(() -> {}, INTERVAL.toSeconds() * ROUNDS, TimeUnit.SECONDS).get();
            var after = Usage.of(child.pid());
            var window = new Punctuality.Window(from, System.nanoTime());
            var visits = many.visits();
            assertThat(going.isDone()).as("posts go on").isFalse();
            going.cancel(false);
            return new Reading(
                    after.cpu().minus(before.cpu()),
                    after.peakMb(),
                    Punctuality.of(visits, window, INTERVAL, GRACE),
                    visits.stream().mapToLong(ManyAccounts.Visit::bytes).sum());
        }
    }

    private static void report(Reading ingest, Reading bare) {
        var on = ingest.punctuality();
        LOG.info(
                "{} accounts every {} s, {} looks, one in {} with news",
                ACCOUNTS,
                INTERVAL.toSeconds(),
                on.waits(),
                ONE_LOOK_WITH_NEWS_IN);
        LOG.info(
                "on time (within {} s): {}, the latest {} s late; target: all: {}",
                GRACE.toSeconds(),
                on.share(),
                on.latest().toSeconds(),
                reached(on.latest().compareTo(GRACE) <= 0));
        LOG.info(
                "resident at most: {} MB ({}); target: {} MB: {}",
                ingest.peakMb(),
                JVM,
                MOST_MB,
                reached(ingest.peakMb() <= MOST_MB));
        var times = ingest.microsPerPoll() / bare.microsPerPoll();
        LOG.info(
                "cost: {} of a bare loop of the same client ({} and {} µs of CPU a look, {} and {}"
                        + " bytes read, the loop {} MB); target: {}: {}",
                String.format(Locale.ROOT, "%.2f times that", times),
                Math.round(ingest.microsPerPoll()),
                Math.round(bare.microsPerPoll()),
                ingest.bytes(),
                bare.bytes(),
                bare.peakMb(),
                MOST_TIMES,
                reached(times <= MOST_TIMES));
    }

    private static String reached(boolean reached) {
        return reached ? "reached" : "missed";
    }

    private Map<String, String> settings(ManyAccounts many) {
        var settings = new HashMap<>(Engines.settings(many, run, folder));
        settings.put("spring.main.web-application-type", "servlet");
        settings.put("server.port", "0");
        settings.put("handbell.ingest.poll.fastest", INTERVAL.toSeconds() + "s");
        settings.put("handbell.ingest.poll.slowest", INTERVAL.toSeconds() + "s");
        return settings;
    }
}
