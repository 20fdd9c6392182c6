package org.handbell.notification.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(
                    new BackoffSettings(Duration.ofSeconds(2), Duration.ofMinutes(5)),
                    new Random(1));

    @Test
    void pausesGrowFromTheFirstToTheLongestAndNoFurther() {
        for (var attempt = 1; attempt <= 40; attempt++) {
            var whole = Math.min(2_000 * Math.pow(2, attempt - 1), 300_000);
            assertThat(backoff.after(attempt).toMillis()).isBetween((long) whole / 2, (long) whole);
        }
    }

    @Test
    void messagesThatFailedTogetherDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 50).mapToObj(_ -> backoff.after(8)).distinct().count())
                .isGreaterThan(40);
    }

    @Test
    void pausesThatShrinkAreRefused() {
        assertThatThrownBy(() -> new BackoffSettings(Duration.ofSeconds(5), Duration.ofSeconds(1)))
                .hasMessageContaining("handbell.backoff");
    }
}
