package org.handbell.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.ingest.Invented.account;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.Broker;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.Invented;
import org.handbell.ingest.ScriptedSource;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.poll.Pulling.Comparing;
import org.handbell.ingest.poll.Pulling.Tables;
import org.handbell.ingest.poll.Share.State;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.publish.RealPublishers;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.watch.Watches;
import org.junit.jupiter.api.Test;

class TakeoverIT {

    private static final int PARTITION = 5;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScriptedSource source = new ScriptedSource();
    private final RealPublishers publishers = new RealPublishers("takeover");

    /// The older engine is in the middle of a look when the newer one takes over: what it then
    /// tries to write is refused by the broker, and it does not try again.
    @Test
    void anEngineThatWasTakenOverWritesNothingAndStops() throws Exception {
        var answering = new CountDownLatch(1);
        var takenOver = new CountDownLatch(1);
        source.shows("taken-over", item("urn:2", "Two"), item("urn:1", "One"));
        try (var broker = new Broker()) {
            var older =
                    share(
                            new Meanwhile(
                                    source,
                                    () -> {
                                        answering.countDown();
                                        awaitUninterrupted(takenOver);
                                    }));
            older.start();
            assertThat(answering.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            var newer = share(source);
            newer.start();
            await().atMost(LONG).until(() -> broker.posts("taken-over").size() == 2);
            takenOver.countDown();
            await().atMost(LONG).until(() -> older.state() == State.LOST);
            assertThat(broker.posts("taken-over"))
                    .extracting(PostEvent::postId)
                    .containsExactly("urn:1", "urn:2");
            assertThat(newer.state()).isEqualTo(State.OPEN);
            source.showsAlso("taken-over", item("urn:3", "Three"));
            await().atMost(LONG).until(() -> broker.posts("taken-over").size() == 3);
            older.stop();
            newer.stop();
        }
    }

    private static Item item(String postId, String text) {
        return Invented.item(postId, text, Instant.now());
    }

    private Share share(Source read) {
        var accounts = new Accounts();
        accounts.apply(PARTITION, account("taken-over"));
        var clock = Clock.systemUTC();
        var settings =
                new PollSettings(
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        Duration.ofHours(6),
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        4,
                        20,
                        200,
                        Duration.ofSeconds(15));
        var comparing =
                Comparing.of(new FingerprintKey(new byte[32]), new Capture(clock), clock, 20);
        var pulling =
                new Pulling(
                        new Tables(accounts, new Watches(), () -> {}),
                        new Sources(List.of(read)),
                        comparing,
                        settings,
                        new IngestMetrics(new SimpleMeterRegistry()),
                        clock,
                        new Semaphore(4));
        return new Share(PARTITION, publishers, pulling);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
