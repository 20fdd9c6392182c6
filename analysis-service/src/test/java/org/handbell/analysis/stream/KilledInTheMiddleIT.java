package org.handbell.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.analysis.AnalysisApplication;
import org.handbell.analysis.Invented;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;

/// Consume, judge and produce are one transaction: a process that dies at any moment loses no
/// finding and tells none twice.
class KilledInTheMiddleIT {

    private static final int POSTS = 600;
    private static final Wire<PostEvent> WIRE = Wire.of(Topics.POSTS);

    @Test
    void everyFindingIsThereExactlyOnceThoughTheAnalysisDiesTwice() {
        try (var topics = new Topical(TestKafka.bootstrapServers())) {
            topics.trust();
            for (var holder = 0; holder < 4; holder++) {
                var id = "killed-" + holder;
                topics.send(
                        Wire.ACCOUNTS,
                        Invented.account(id, "teacher", Kind.PERSONAL, false, true, "@" + id));
            }
            IntStream.range(0, POSTS).forEach(i -> topics.send(WIRE, observed(i)));
            dies(topics, POSTS / 6);
            dies(topics, POSTS / 2);
            try (var child = child()) {
                await().atMost(Duration.ofSeconds(120))
                        .untilAsserted(
                                () -> assertThat(told(topics)).hasSizeGreaterThanOrEqualTo(POSTS));
                assertThat(child.output().toLowerCase(Locale.ROOT)).doesNotContain("wrenfield");
            }
            assertThat(told(topics)).hasSize(POSTS).doesNotHaveDuplicates();
        }
    }

    private static void dies(Topical topics, int after) {
        try (var child = child()) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() ->
                            assertThat(told(topics).size())
                                    .as(child::output)
                                    .isGreaterThanOrEqualTo(after));
        }
        assertThat(told(topics)).hasSizeBetween(after, POSTS - 1);
    }

    private static PostEvent observed(int i) {
        return new PostEvent.Observed(
                Invented.post(
                        "killed-" + i % 4,
                        "killed-" + i,
                        "Tobias Wrenfield in 8K has asked question number " + i + "."));
    }

    private static ChildJvm child() {
        return ChildJvm.start(
                AnalysisApplication.class,
                Map.of(
                        "spring.kafka.bootstrap-servers",
                        TestKafka.bootstrapServers(),
                        "handbell.hash-key-file",
                        Invented.keyFile().toString(),
                        "server.port",
                        "0",
                        "spring.cloud.stream.kafka.bindings.judge-in-0.consumer.configuration.max.poll.records",
                        "4"));
    }

    private static List<String> told(Topical topics) {
        return topics.committed("findings.v1", r -> r.key().startsWith("killed-")).stream()
                .map(r -> Topical.finding(r).eventId())
                .toList();
    }
}
