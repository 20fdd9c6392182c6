package org.handbell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.handbell.ingest.IngestApplication;
import org.handbell.ingest.Invented;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service with a feed that names a hub. Looks are ten minutes apart: what comes sooner
/// came by a push.
class WebSubIT {

    @TempDir Path folder;

    private final String id = "pushed-" + UUID.randomUUID();
    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Test
    void aPushMakesTheFeedBeReadAtOnceAndAForgedOneDoesNot() throws Exception {
        try (var hub = SmallHub.start();
                var feed = StubServer.start();
                var broker = new Broker()) {
            feed.on("/feed", _ -> Answer.ok("application/atom+xml", feed(hub, feed)));
            entries.add(entry(feed, 1));
            int port = freePort();
            try (var engine = start(port, hub, feed)) {
                broker.tell(Wire.ACCOUNTS, account(feed));
                await().atMost(Duration.ofSeconds(60)).until(hub::isConfirmed);
                await().atMost(Duration.ofSeconds(20)).until(() -> broker.posts(id).size() == 1);
                var looks = feed.asked("/feed").size();

                assertThat(hub.pushForged("news")).isEqualTo(204);
                entries.add(entry(feed, 2));
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> feed.asked("/feed").size() == looks);

                var pushed = System.nanoTime();
                assertThat(hub.push("news")).isEqualTo(204);
                await().atMost(Duration.ofSeconds(20)).until(() -> broker.posts(id).size() == 2);
                assertThat(Duration.ofNanos(System.nanoTime() - pushed))
                        .isLessThan(Duration.ofSeconds(10));
                assertThat(feed.asked("/feed")).hasSize(looks + 1);
                assertThat(hub.asked()).hasSize(1);

                broker.tell(Wire.ACCOUNTS, new AccountEvent.Closed(id, Instant.EPOCH));
                await().atMost(Duration.ofSeconds(20)).until(() -> hub.push("news") == 410);
                assertThat(engine.isRunning()).isTrue();
            }
        }
    }

    private AccountEvent.Registered account(StubServer feed) {
        return new AccountEvent.Registered(
                id,
                Platform.BLOG,
                feed.url("/feed"),
                AccountEvent.Kind.PERSONAL,
                "person-1",
                null,
                false,
                true,
                Invented.MET,
                Invented.NOTICE,
                1,
                Invented.NOON);
    }

    private String feed(SmallHub hub, StubServer feed) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Hens</title><id>urn:hens</id>"
                + "<updated>2026-11-20T12:00:00Z</updated><link rel='hub' href='"
                + hub.url()
                + "'/><link rel='self' href='"
                + feed.url("/feed")
                + "'/>"
                + String.join("", entries)
                + "</feed>";
    }

    private static String entry(StubServer feed, int number) {
        var address = feed.url("/posts/" + number);
        return "<entry><id>%s</id><title>Egg %d</title><published>%s</published><updated>%s</updated></entry>"
                .formatted(address, number, Invented.NOON, Invented.NOON);
    }

    private ConfigurableApplicationContext start(int port, SmallHub hub, StubServer feed) {
        var arguments = new ArrayList<String>();
        arguments.add("--spring.config.name=ingest-service");
        arguments.add("--server.port=" + port);
        arguments.add("--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers());
        arguments.add("--handbell.ingest.group=websub-" + UUID.randomUUID());
        arguments.add("--handbell.ingest.fingerprint-key-file=" + folder.resolve("key"));
        arguments.add("--handbell.ingest.create-fingerprint-key=true");
        arguments.add("--handbell.ingest.poll.fastest=10m");
        arguments.add("--handbell.ingest.poll.fastest-pushed=100ms");
        arguments.add("--handbell.ingest.websub.callback=http://127.0.0.1:" + port);
        arguments.add(
                "--handbell.ingest.http.allowed-private=" + hub.hostPort() + "," + feed.hostPort());
        return new SpringApplicationBuilder(IngestApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
