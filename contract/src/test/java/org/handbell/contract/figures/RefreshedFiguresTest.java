package org.handbell.contract.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshedFiguresTest {

    private final LinkedBlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    /// Answers but for the second time.
    private final Figures figures =
            new Figures() {
                @Override
                public void refresh() {
                    if (asked.incrementAndGet() == 2) {
                        throw new IllegalStateException("away");
                    }
                    shown.add("known");
                }

                @Override
                public void unknown() {
                    shown.add("unknown");
                }
            };

    @Test
    void anOutageIsShownAsUnknownAndTheNextAnswerIsShownAgain() throws InterruptedException {
        try (var refreshed = new RefreshedFigures("test", Duration.ofMillis(100), figures)) {
            refreshed.start();

            assertThat(next()).isEqualTo("known");
            assertThat(next()).isEqualTo("unknown");
            assertThat(next()).isEqualTo("known");
        }
    }

    @Test
    void noQuestionComesSoonerThanTheSettingSays() throws InterruptedException {
        try (var refreshed = new RefreshedFigures("test", Duration.ofMinutes(5), figures)) {
            refreshed.start();

            assertThat(next()).isEqualTo("known");
            assertThat(shown.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.05S", "PT6M"})
    void aPauseOutOfItsBoundsIsRefusedNamingTheSetting(Duration every) {
        assertThatThrownBy(() -> new RefreshedFigures("test", every, figures))
                .hasMessageContaining("handbell.figures.every");
    }

    private String next() throws InterruptedException {
        return String.valueOf(shown.poll(5, TimeUnit.SECONDS));
    }
}
