package org.handbell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.KilledEngine.POSTS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.wire.Wire;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir Path folder;

    private final String run = UUID.randomUUID().toString();
    private final Broker broker = new Broker();
    private final List<String> accounts =
            List.of(
                    KilledEngine.ACCOUNT + "a-" + run,
                    KilledEngine.ACCOUNT + "b-" + run,
                    KilledEngine.ACCOUNT + "c-" + run);

    @AfterEach
    void leaveNothingRunning() {
        accounts.forEach(
                id -> broker.tell(Wire.ACCOUNTS, new AccountEvent.Closed(id, Invented.NOON)));
        broker.close();
    }

    @Test
    void anEngineThatIsKilledInTheMiddleLosesNothingAndWritesNothingTwice() {
        accounts.forEach(id -> broker.tell(Wire.ACCOUNTS, account(id)));
        for (var killedAt : List.of(150, 500, 1000)) {
            try (var child = start()) {
                awaitPosts(child, killedAt);
                child.kill();
            }
            assertThat(posts()).isLessThan(accounts.size() * POSTS);
        }
        try (var child = start()) {
            awaitPosts(child, accounts.size() * POSTS);
        }
        for (var id : accounts) {
            assertThat(broker.posts(id))
                    .hasSize(POSTS)
                    .allSatisfy(event -> assertThat(event).isInstanceOf(PostEvent.Observed.class))
                    .extracting(PostEvent::postId)
                    .doesNotHaveDuplicates();
        }
    }

    private void awaitPosts(ChildJvm child, int most) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(child.alive()).as(child::output).isTrue();
                    return posts() >= most;
                });
    }

    private int posts() {
        return accounts.stream().mapToInt(id -> broker.posts(id).size()).sum();
    }

    private ChildJvm start() {
        return ChildJvm.start(
                KilledEngine.class,
                Map.of(
                        "spring.config.name", "ingest-service",
                        "spring.kafka.bootstrap-servers", TestKafka.bootstrapServers(),
                        "handbell.ingest.group", "kill-" + run,
                        "handbell.ingest.fingerprint-key-file", folder.resolve("key").toString(),
                        "handbell.ingest.create-fingerprint-key", "true",
                        "handbell.ingest.poll.fastest", "120ms",
                        "handbell.ingest.poll.slowest", "500ms"));
    }
}
