package org.handbell.analysis.meaning;

import java.time.Duration;
import java.util.List;

/// Counts which posts were read for their meaning, and how long that took. Where a shadow pack
/// judges as well, a post is read and counted twice.
public final class CountedMeanings implements Meanings, AutoCloseable {

    private final Meanings inner;
    private final MeaningMetrics metrics;

    private CountedMeanings(Meanings inner, MeaningMetrics metrics) {
        this.inner = inner;
        this.metrics = metrics;
    }

    /// The same, counted. Who reads nothing has nothing to count.
    public static Meanings of(Meanings inner, MeaningMetrics metrics) {
        return inner == NONE ? NONE : new CountedMeanings(inner, metrics);
    }

    @Override
    public Meaning of(Script script) {
        var start = System.nanoTime();
        var meaning = inner.of(script);
        if (meaning.read()) {
            metrics.read(Duration.ofNanos(System.nanoTime() - start));
        } else {
            metrics.skipped();
        }
        return meaning;
    }

    @Override
    public List<String> hashes() {
        return inner.hashes();
    }

    @Override
    public void close() throws Exception {
        if (inner instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
