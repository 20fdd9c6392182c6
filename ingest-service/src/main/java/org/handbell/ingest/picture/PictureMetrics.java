package org.handbell.ingest.picture;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.handbell.contract.Platform;

/// Figures of the pictures, by platform and never by host.
///
/// `handbell_pictures_total{platform,outcome}`: what became of each picture that a post named.
/// `handbell_pictures_words_read`: 1 where words in pictures are read, 0 where not.
final class PictureMetrics {

    private final MeterRegistry registry;

    PictureMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void words(Words words) {
        Gauge.builder("handbell.pictures.words.read", words, w -> w.isReading() ? 1 : 0)
                .description("1 where words in pictures are read, 0 where not")
                .strongReference(true)
                .register(registry);
    }

    void ended(Platform platform, Outcome outcome) {
        var label = platform.name().toLowerCase(Locale.ROOT);
        registry.counter("handbell.pictures", "platform", label, "outcome", outcome.label())
                .increment();
    }
}
