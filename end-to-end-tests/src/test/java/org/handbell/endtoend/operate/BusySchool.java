package org.handbell.endtoend.operate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.endtoend.Handbell;
import org.handbell.endtoend.RealServers;
import org.handbell.standalone.mail.MailCatcher;
import org.handbell.standalone.mail.Mailbox;
import org.handbell.standalone.platform.LocalPlatform;
import org.handbell.standalone.web.Door;

/// The invented school in a busy minute, with the whole system running: posts that are well and
/// posts that are not, an edit and a deletion, a blog that fails half of the time, records that
/// nobody can read, and people who look, take on, decide, or do nothing.
final class BusySchool implements AutoCloseable {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final List<String> STAFF =
            List.of(
                    "owen_history",
                    "misspillai_chem",
                    "coachbirch",
                    "hannahs_allotment",
                    "nico_on_stage",
                    "karen_reads",
                    "iris_holt",
                    "ellie_marchant",
                    "jonah_quill",
                    "bron_tate",
                    "dominic_writes");
    private static final int OF_THE_HIGH_SCHOOL = 7;
    private static final String LEAD = "st-03";
    private static final List<String> OTHERS = List.of("st-01", "st-02", "st-05", "st-06");

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final LocalPlatform platform;
    private final Handbell handbell;

    private BusySchool() {
        var folder = RealServers.openFolder("handbell-school-");
        running.push(() -> RealServers.remove(folder));
        platform =
                kept(
                        LocalPlatform.start(
                                folder.resolve("posts.json"), Door.loopback(0), Clock.systemUTC()));
        var feed = kept(UnsteadyFeed.start());
        var smtp = RealServers.freePort();
        var mailbox = Mailbox.open(folder.resolve("mail"), Clock.systemUTC());
        kept(
                MailCatcher.start(
                        mailbox, Door.loopback(smtp), Door.loopback(RealServers.freePort())));
        var settings = settings(feed, smtp, token(folder));
        handbell = kept(Handbell.start(trust(platform, feed), settings));
    }

    static BusySchool open() {
        return new BusySchool();
    }

    private <T extends AutoCloseable> T kept(T part) {
        running.push(part);
        return part;
    }

    /// The local platform asks for none and takes any.
    private static Path token(Path folder) {
        try {
            return Files.writeString(folder.resolve("token"), "not-a-secret");
        } catch (IOException e) {
            throw new UncheckedIOException("no token", e);
        }
    }

    private List<String> settings(UnsteadyFeed feed, int smtp, Path token) {
        return List.of(
                "ingest:handbell.ingest.http.allowed-private=127.0.0.1:%d,%s"
                        .formatted(platform.port(), feed.hostAndPort()),
                "ingest:handbell.ingest.poll.fastest=1s",
                "ingest:handbell.ingest.poll.slowest=2s",
                "ingest:handbell.ingest.poll.sweep-every=10s",
                "ingest:handbell.ingest.poll.sweep-watched-every=5s",
                "ingest:handbell.ingest.http.per-host.requests=1000",
                "ingest:handbell.ingest.http.per-host.concurrent=32",
                "ingest:handbell.ingest.tokens.local.platform=mastodon",
                "ingest:handbell.ingest.tokens.local.host=127.0.0.1:" + platform.port(),
                "ingest:handbell.ingest.tokens.local.file=" + token,
                "ingest:handbell.ingest.tokens.local.expires-on="
                        + LocalDate.now(Clock.systemUTC()).plusDays(40),
                "*:handbell.figures.every=1s",
                "notification:spring.mail.host=127.0.0.1",
                "notification:spring.mail.port=" + smtp,
                "notification:handbell.escalation.last-wait=2s",
                "notification:handbell.limits.email.an-hour=100000",
                "cases:handbell.ladder.now=3s",
                "cases:handbell.ladder.today=5s",
                "cases:handbell.due.now=5s");
    }

    private static String trust(LocalPlatform platform, UnsteadyFeed feed) {
        try (var in = LocalPlatform.class.getResourceAsStream("/standalone/trust.json")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(
                            "${platform}/blogs/joan_and_the_hens/",
                            "http://" + feed.hostAndPort() + "/")
                    .replace("${platform}", platform.base())
                    .replace("${collectFrom}", LocalDate.now(Clock.systemUTC()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the invented trust", e);
        }
    }

    /// Where the four services tell their figures, by their names.
    Map<String, Integer> ports() {
        return Map.of(
                "case-service", handbell.port("cases"),
                "ingest-service", handbell.port("ingest"),
                "analysis-service", handbell.port("analysis"),
                "notification-service", handbell.port("notification"));
    }

    /// Lets the minute pass; returns when people have decided some cases and new ones wait.
    void live() {
        platform.begin();
        putUnreadableRecords();
        STAFF.forEach(name -> platform.post(name, "Fog on the tops and a flask of tea."));
        // What looks like speaking for the trust, and is excused.
        STAFF.forEach(name ->
                platform.post(
                        name,
                        "Speaking for Kestrel Fold Learning Trust, we at the trust believe in tea."
                                + " Views my own."));
        giveNumbers();
        try (var lead = Desk.of(LEAD, handbell.port("cases"))) {
            var first = waiting(lead, List.of());
            lead.acknowledge(first.getFirst());
            first.forEach(path -> lead.decide(path, "NOT_A_CONCERN", "OTHER"));
            giveNumbers();
            waiting(lead, first).forEach(lead::read);
        }
        OTHERS.forEach(this::look);
    }

    private void giveNumbers() {
        STAFF.forEach(name ->
                platform.post(name, "Year 11, my own mobile is 07700 900461, ring me tonight."));
    }

    /// As many new cases as the high school has people who gave their number away.
    private List<String> waiting(Desk desk, List<String> known) {
        return await("a full queue")
                .atMost(SOON)
                .until(
                        () -> desk.queue().stream().filter(path -> !known.contains(path)).toList(),
                        queue -> queue.size() >= OF_THE_HIGH_SCHOOL);
    }

    private void look(String personId) {
        try (var desk = Desk.of(personId, handbell.port("cases"))) {
            desk.queue().forEach(desk::read);
        }
    }

    private void putUnreadableRecords() {
        var settings =
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, handbell.broker());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var topic : List.of("posts.v1", "findings.v1", "alerts.v1", "accounts.v1")) {
                producer.send(new ProducerRecord<>(topic, "nobody", "{")).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
