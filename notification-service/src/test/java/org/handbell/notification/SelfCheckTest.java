package org.handbell.notification;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Map;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

    private static final Duration PATIENCE = ofSeconds(30);
    private static final String PROBE = "probe@trust.example";

    @Test
    void testMessagesComeEverySoOftenAndTheAgeGrowsOnceTheyStopGettingThrough() {
        try (var post = new PostOffice();
                var broker = new Broker();
                var service = start(post)) {
            await().atMost(PATIENCE).until(() -> post.lettersTo(PROBE).size() >= 2);
            assertThat(post.lettersTo(PROBE))
                    .allMatch(letter -> letter.subject().startsWith("Handbell tries itself, "))
                    .extracting(PostOffice.Letter::messageId)
                    .doesNotHaveDuplicates();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(figure(service, "handbell.self.check.every")).isEqualTo(1));

            post.goDown();

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(figure(service, "handbell.self.check.age"))
                                    .isGreaterThan(4));
            post.comeBack();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(figure(service, "handbell.self.check.age")).isLessThan(4));
            assertThat(broker.deliveries())
                    .noneMatch(event -> event.toString().contains("self-check"));
            assertThat(rows(service, "outbox")).isZero();
            assertThat(rows(service, "alert")).isZero();
        }
    }

    private static Running start(PostOffice post) {
        return Running.start(
                TestDatabase.newDatabase(),
                post.port(),
                Map.of("handbell.self-check.contact", PROBE, "handbell.self-check.every", "1s"));
    }

    private static int rows(Running service, String table) {
        return service.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static double figure(Running service, String name) {
        return service.figures().find(name).gauges().stream()
                .mapToDouble(Gauge::value)
                .findFirst()
                .orElse(-1);
    }
}
