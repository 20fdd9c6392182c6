package org.handbell.analysis.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CountedMeaningsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MeaningMetrics metrics = new MeaningMetrics(registry);

    /// Reads what is longer than a word.
    private static final class Picky implements Meanings, AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public Meaning of(Script script) {
            return script.pieces().size() > 1
                    ? new Meaning(Map.of("P1", 0.2), Map.of())
                    : Meaning.UNREAD;
        }

        @Override
        public List<String> hashes() {
            return List.of("ab");
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    private static Script script(String... words) {
        return new Script(
                java.util.Arrays.stream(words).map(w -> new Script.Piece(w, null, -1)).toList());
    }

    private double posts(String outcome) {
        return registry.get("handbell.meaning.posts").tag("outcome", outcome).counter().count();
    }

    @Test
    void whatIsReadAndWhatIsSparedIsCountedApart() {
        assertThat(posts("read")).isZero();
        assertThat(posts("skipped")).isZero();

        var counted = CountedMeanings.of(new Picky(), metrics);
        assertThat(counted.of(script("good", "day")).sure("P1")).isEqualTo(0.2);
        assertThat(counted.of(script("well", "then")).read()).isTrue();
        assertThat(counted.of(script("hm")).read()).isFalse();

        assertThat(posts("read")).isEqualTo(2);
        assertThat(posts("skipped")).isEqualTo(1);
        assertThat(registry.get("handbell.meaning.reading").timer().count()).isEqualTo(2);
        assertThat(counted.hashes()).containsExactly("ab");
    }

    @Test
    void theModelIsClosedWithIt() throws Exception {
        var picky = new Picky();
        ((AutoCloseable) CountedMeanings.of(picky, metrics)).close();
        assertThat(picky.closed).isTrue();
    }

    /// A judge knows by it that there is nothing to write down for the model.
    @Test
    void nothingReadsOnAsNothing() {
        assertThat(CountedMeanings.of(Meanings.NONE, metrics)).isSameAs(Meanings.NONE);
    }
}
