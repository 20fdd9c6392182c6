package org.handbell.ingest.source.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.handbell.ingest.http.Sockets;
import org.handbell.ingest.http.Sockets.Ended;
import org.handbell.ingest.source.MalformedItemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to a Jetstream, made again whenever it ends, for as long as there is somebody to
/// hear of.
final class JetstreamLine {

    private static final Logger LOG = LoggerFactory.getLogger(JetstreamLine.class);
    private static final Duration WORTH_GOING_ON = Duration.ofMinutes(5);
    private static final int BAD_REQUEST = 400;
    private static final int FAILURES_TO_TELL = 3;

    private final Parts parts;
    private final Consumer<String> news;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("jetstream").unstarted(this::run);
    private volatile Set<String> wanted = Set.of();
    private volatile Set<String> asked = Set.of();
    private volatile Instant askedAt = Instant.MIN;
    private volatile Sockets.@Nullable Socket socket;
    private volatile @Nullable Place place;

    /// @param news is told the repositories that have changed
    JetstreamLine(Parts parts, Consumer<String> news) {
        this.parts = parts;
        this.news = news;
    }

    /// What a line is made of.
    ///
    /// @param collections the kinds of records that are of interest
    record Parts(
            Sockets sockets,
            URI address,
            List<String> collections,
            JetstreamRhythm rhythm,
            JetstreamMetrics metrics,
            Clock clock,
            RandomGenerator random) {

        JetstreamProtocol protocol() {
            return JetstreamProtocol.of(address);
        }
    }

    /// Where the stream was when it was last heard.
    private record Place(long cursor, Instant at) {}

    void start() {
        thread.start();
    }

    void stop() {
        stopped.countDown();
        hangUp();
    }

    /// The repositories to hear of. Asks anew where they are others than before, though not more
    /// often than the rhythm says.
    void want(Set<String> dids) {
        wanted = Set.copyOf(dids);
        var due = askedAt.plus(parts.rhythm.apart()).isBefore(parts.clock.instant());
        if (socket != null && !asked.equals(wanted) && due) {
            hangUp();
        }
    }

    Set<String> wanted() {
        return wanted;
    }

    private void hangUp() {
        var open = socket;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        try {
            int failures = 0;
            var wait = Duration.ZERO;
            while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                if (wanted.isEmpty()) {
                    wait = parts.rhythm.tick();
                    continue;
                }
                var began = parts.clock.instant();
                var ended = listen();
                var lasted = Duration.between(began, parts.clock.instant());
                failures = lasted.compareTo(parts.rhythm.longest()) > 0 ? 1 : failures + 1;
                var anew = !asked.equals(wanted);
                failures = anew ? 0 : failures;
                wait = anew ? parts.rhythm.tick() : parts.rhythm.rest(failures, parts.random);
                told(ended, failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Ended listen() throws InterruptedException {
        var protocol = parts.protocol();
        asked = wanted;
        askedAt = parts.clock.instant();
        var uri =
                protocol.asking(
                        parts.address, new TreeSet<>(asked), parts.collections, cursor(askedAt));
        try (var open = parts.sockets.open(uri, protocol.subprotocol(), this::hear)) {
            socket = open;
            parts.metrics.opened();
            if (stopped.getCount() == 0) {
                open.close();
            }
            return open.await();
        } finally {
            socket = null;
            parts.metrics.ended();
        }
    }

    /// A cursor that the server does not like any more is dropped: what was missed is polled.
    private void told(Ended ended, int failures) {
        if (ended instanceof Ended.Refused(var status) && status == BAD_REQUEST) {
            place = null;
        }
        if (failures == FAILURES_TO_TELL && stopped.getCount() > 0) {
            LOG.warn("Bluesky's stream does not stay up ({}): accounts are polled alone", ended);
        }
    }

    private void hear(String message) {
        try {
            var heard = parts.protocol().read(message);
            if (heard.isEmpty()) {
                return;
            }
            place = new Place(heard.get().cursor(), parts.clock.instant());
            if (parts.collections.contains(heard.get().collection())) {
                news.accept(heard.get().did());
            }
        } catch (MalformedItemException e) {
            parts.metrics.malformed();
        }
    }

    /// The place after the last one heard, unless so much time has passed that everybody was looked
    /// at since.
    private @Nullable Long cursor(Instant now) {
        var last = place;
        return last == null || last.at.plus(WORTH_GOING_ON).isBefore(now)
                ? null
                : Long.valueOf(last.cursor + 1);
    }
}
