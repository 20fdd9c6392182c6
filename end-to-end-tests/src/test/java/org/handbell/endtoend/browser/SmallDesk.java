package org.handbell.endtoend.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.cases.CaseApplication;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The desk of one invented school with seats to take, and a machine that claims what a test says.
final class SmallDesk implements AutoCloseable {

    private final ConfigurableApplicationContext desk;
    private final String base;

    private SmallDesk(ConfigurableApplicationContext desk, String base) {
        this.desk = desk;
        this.base = base;
    }

    static SmallDesk start() throws IOException {
        var port = FreePorts.eightInARow();
        var base = "http://localhost:" + port;
        var files = Files.createTempDirectory("handbell-small-desk");
        var desk =
                new SpringApplicationBuilder(CaseApplication.class)
                        .registerShutdownHook(false)
                        .run(
                                "--spring.config.name=case-service",
                                "--server.address=127.0.0.1",
                                "--server.port=" + port,
                                "--spring.datasource.url=" + TestDatabase.newDatabase(),
                                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "--handbell.hash-key-file="
                                        + Files.writeString(
                                                files.resolve("hash.key"),
                                                "a key for tests, at least 32 bytes"),
                                "--handbell.evidence.master-key-file="
                                        + files.resolve("evidence.key"),
                                "--handbell.evidence.create-missing-key=true",
                                "--handbell.import.trust="
                                        + Files.writeString(files.resolve("trust.json"), trust()),
                                "--handbell.reading.group=small-desk-" + port,
                                "--handbell.console.base-url=" + base,
                                "--handbell.sign-in.one-click=true");
        return new SmallDesk(desk, base);
    }

    private static String trust() throws IOException {
        try (var text = SmallDesk.class.getResourceAsStream("/trust.json")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\$\\{(\\w+)}", "$1.example");
        }
    }

    String at(String path) {
        return base + path;
    }

    /// The machine claims that a post may breach a clause.
    ///
    /// @param account of whom, as the trust's file has it
    /// @param marked the words of the post that led to it
    void claim(String account, String words, String marked, String clause, Severity severity) {
        var event = found(account, words, marked, clause, severity);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(Wire.of(Topics.FINDINGS).record(event, "/handbell/analysis")).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker took no finding", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private FindingEvent.Found found(
            String account, String words, String marked, String clause, Severity severity) {
        var now = Instant.now();
        var start = words.indexOf(marked);
        var postId = base + "/posts/" + Integer.toHexString(words.hashCode());
        var finding =
                new Finding(
                        Ids.derive("finding", postId, clause),
                        clause,
                        "any-rule",
                        severity,
                        0.82,
                        false,
                        "The post may tell who a pupil is.",
                        List.of(new Finding.Span("text", start, start + marked.length())),
                        List.of(
                                new Finding.Exemption(
                                        "own-child", false, "no relative on the register")));
        return new FindingEvent.Found(
                post(account, postId, words, now),
                List.of(finding),
                "2017-06",
                List.of(Route.SAFEGUARDING),
                now);
    }

    private static Post post(String account, String postId, String words, Instant now) {
        var hash = Integer.toHexString(words.hashCode());
        return new Post(
                postId,
                Ids.observation(postId, hash),
                account,
                Platform.BLUESKY,
                Action.REPLY,
                null,
                "https://bluesky.example/post",
                now.minus(Duration.ofMinutes(5)),
                null,
                null,
                now,
                words,
                "en",
                List.of(),
                List.of(),
                new Post.Engaged("a parent", "How did the match go?", null),
                List.of(),
                hash,
                "{}",
                List.of(),
                new Coverage(
                        "bluesky",
                        Coverage.Proof.REAL_SERVER,
                        Map.of(Coverage.Kind.LIKES, Coverage.Sight.NO),
                        List.of("Direct messages are never seen.", "Likes are not seen."),
                        "the newest 500 posts",
                        "up to 5 minutes",
                        null),
                false);
    }

    @Override
    public void close() {
        desk.close();
    }
}
