package org.handbell.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.Invented.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.handbell.contract.CursorEvent;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.ScriptedSource;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.poll.Pulling.Comparing;
import org.handbell.ingest.poll.Pulling.Tables;
import org.handbell.ingest.publish.Batch;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.publish.Publisher;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.watch.Watches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Accounts here would wait an hour for their next look.
class PushTest {

    private static final int PARTITION = 3;
    private static final String A = "account-a";
    private static final Duration APART = Duration.ofMillis(300);

    private final ScriptedSource source = new ScriptedSource();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Accounts accounts = new Accounts();
    private final Pulling pulling = pulling();
    private final Shares shares =
            new Shares(
                    number -> new Share(number, _ -> new Accepting(), pulling), Clock.systemUTC());

    @AfterEach
    void stop() {
        shares.giveAll();
    }

    @Test
    void aPushMakesAnAccountDueAtOnce() {
        pulls();
        assertThat(shares.due(A)).isTrue();
        awaitLooks(2);
        assertThat(pushes()).isOne();
    }

    @Test
    void aBurstOfPushesIsOneLook() {
        pulls();
        IntStream.range(0, 50).forEach(_ -> shares.due(A));
        awaitLooks(2);
        await().during(APART.multipliedBy(2)).until(() -> source.fetched.size() == 2);
        assertThat(pushes()).isOne();
    }

    @Test
    void aPushDuringALookCountsForTheNextOne() {
        pulls();
        pulling.permits().acquireUninterruptibly();
        shares.due(A);
        await().until(pulling.permits()::hasQueuedThreads);
        shares.due(A);
        pulling.permits().release();
        awaitLooks(3);
    }

    @Test
    void aPushDoesNotShortenThePatienceThatAPlatformAskedFor() {
        source.answers(new Fetch.TryLater(Duration.ofHours(1), "busy"));
        start();
        await().until(() ->
                shares.figures().accounts().keySet().stream()
                        .anyMatch(key -> key.state().equals("try_later")));
        assertThat(shares.due(A)).isTrue();
        await().during(APART.multipliedBy(2)).until(() -> source.fetched.size() == 1);
    }

    @Test
    void whoPushesForAnAccountThatIsNotPulledHereIsToldSo() {
        pulls();
        assertThat(shares.due("somebody-else")).isFalse();
        shares.giveAll();
        assertThat(shares.due(A)).isFalse();
        assertThat(pushes()).isZero();
    }

    private void pulls() {
        start();
        await().until(() ->
                shares.figures().accounts().keySet().stream()
                        .anyMatch(key -> key.state().equals("pulled")));
    }

    private void start() {
        source.shows(A, item("urn:1", "One"));
        accounts.apply(PARTITION, account(A));
        shares.take(List.of(PARTITION));
    }

    private void awaitLooks(int looks) {
        await().atMost(Duration.ofSeconds(10)).until(() -> source.fetched.size() == looks);
    }

    private double pushes() {
        var counter = registry.find("handbell.pushes").tag("platform", "mastodon").counter();
        return counter == null ? 0 : counter.count();
    }

    private Pulling pulling() {
        var clock = Clock.systemUTC();
        var settings =
                new PollSettings(
                        Duration.ofHours(1),
                        APART,
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        1,
                        20,
                        200,
                        Duration.ofSeconds(15));
        return new Pulling(
                new Tables(accounts, new Watches(), () -> {}),
                new Sources(List.of(source)),
                Comparing.of(new FingerprintKey(new byte[32]), new Capture(clock), clock, 20),
                settings,
                new IngestMetrics(registry),
                clock,
                new Semaphore(1));
    }

    /// Writes nowhere, and says it did.
    private static final class Accepting implements Publisher {

        @Override
        public List<CursorEvent> cursors() {
            return List.of();
        }

        @Override
        public List<Told> told() {
            return List.of();
        }

        @Override
        public Outcome commit(Batch batch) {
            return new Outcome.Committed();
        }

        @Override
        public void close(Duration patience) {}
    }
}
