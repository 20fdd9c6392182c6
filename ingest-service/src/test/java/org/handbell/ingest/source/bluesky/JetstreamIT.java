package org.handbell.ingest.source.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.handbell.ingest.IngestApplication;
import org.handbell.ingest.Invented;
import org.handbell.ingest.stub.SocketStub;
import org.handbell.ingest.stub.StubServer;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// The engine with a real broker, a stub of a repository and a stub of a stream. Accounts are
/// looked at every ten minutes: whatever is seen sooner was pushed.
class JetstreamIT {

    private static final Logger LOG = LoggerFactory.getLogger(JetstreamIT.class);
    private static final int POSTS = 20;

    @TempDir Path folder;

    private final StubServer server = StubServer.start();
    private final BlueskyStub repository = new BlueskyStub(server);
    private final SocketStub stream = SocketStub.start();
    private final JetstreamWords words = new JetstreamWords();
    private final Random random = new Random(7);
    private final Broker broker = new Broker();
    private final String account = "pushed-" + UUID.randomUUID();

    @BeforeEach
    void register() {
        broker.tell(
                Wire.ACCOUNTS,
                new AccountEvent.Registered(
                        account,
                        Platform.BLUESKY,
                        repository.account().address(),
                        Kind.PERSONAL,
                        "person-1",
                        null,
                        false,
                        true,
                        Invented.MET,
                        LocalDate.parse("2020-01-01"),
                        1,
                        Invented.NOON));
    }

    @AfterEach
    void close() {
        broker.tell(Wire.ACCOUNTS, new AccountEvent.Closed(account, Instant.now()));
        broker.close();
        stream.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPostedIsObservedWithinFiveSeconds(JetstreamProtocol protocol) {
        try (var engine = start(protocol)) {
            awaitReady(engine);
            await().atMost(Duration.ofSeconds(40)).until(() -> stream.open().size() == 1);
            for (int i = 0; i < POSTS; i++) {
                repository.post("number " + i, Instant.now().truncatedTo(ChronoUnit.MILLIS));
                stream.say(words.commit(protocol, BlueskyStub.DID, AtUri.POST, "create"));
                pause();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> observed().size() == POSTS);

            var delays = delays();
            LOG.info(
                    "{}: posted to observed in {} ms (median), {} ms (p95)",
                    protocol,
                    delays.get(POSTS / 2),
                    delays.get(POSTS * 95 / 100 - 1));
            assertThat(delays.get(POSTS * 95 / 100 - 1)).isLessThan(5000);
        }
    }

    @Test
    void whatAStreamClaimsAndTheRepositoryDoesNotShowIsNotBelieved() {
        try (var engine = start(JetstreamProtocol.EVENTS)) {
            awaitReady(engine);
            await().atMost(Duration.ofSeconds(40)).until(() -> stream.open().size() == 1);
            var looks = server.asked("/xrpc/com.atproto.repo.listRecords").size();
            stream.say(
                    words.commit(JetstreamProtocol.EVENTS, BlueskyStub.DID, AtUri.POST, "create"));
            await().until(() -> server.asked("/xrpc/com.atproto.repo.listRecords").size() > looks);
            assertThat(observed()).isEmpty();
        }
    }

    private void pause() {
        var until = Instant.now().plusMillis(100 + random.nextInt(1500));
        await().pollInterval(Duration.ofMillis(50)).until(() -> Instant.now().isAfter(until));
    }

    private List<Post> observed() {
        var observed = new ArrayList<Post>();
        for (var event : broker.posts(account)) {
            if (event instanceof PostEvent.Observed(var post)) {
                observed.add(post);
            }
        }
        return observed;
    }

    private List<Long> delays() {
        return observed().stream()
                .map(post -> Duration.between(post.postedAt(), post.capturedAt()).toMillis())
                .sorted()
                .toList();
    }

    private static void awaitReady(ConfigurableApplicationContext engine) {
        var ready = engine.getBean("ready", HealthIndicator.class);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> Objects.requireNonNull(ready.health()).getStatus().equals(Status.UP));
    }

    private ConfigurableApplicationContext start(JetstreamProtocol protocol) {
        var path =
                protocol == JetstreamProtocol.LEGACY
                        ? "/subscribe"
                        : "/xrpc/network.bsky.jetstream.subscribeEvents";
        return new SpringApplicationBuilder(IngestApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=ingest-service",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--handbell.ingest.group=pushed-" + UUID.randomUUID(),
                        "--handbell.ingest.fingerprint-key-file=" + folder.resolve("key"),
                        "--handbell.ingest.create-fingerprint-key=true",
                        "--handbell.ingest.poll.fastest=10m",
                        "--handbell.ingest.http.allowed-private="
                                + server.hostPort()
                                + ","
                                + stream.hostPort(),
                        "--handbell.ingest.sources.bluesky.resolver=" + server.url(""),
                        "--handbell.ingest.sources.bluesky.plc=" + server.url(""),
                        "--handbell.ingest.sources.bluesky.jetstream=" + stream.uri(path));
    }
}
