package org.handbell.ingest.picture;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.handbell.ingest.http.HttpConfiguration;
import org.handbell.ingest.http.HttpSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    private static final Duration READING = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    Pictures pictures(
            PictureSettings settings, HttpSettings http, MeterRegistry registry, Clock clock) {
        if (!settings.enabled()) {
            return Pictures.none();
        }
        var words = Tesseract.where(settings.tesseract(), settings.language(), READING);
        var metrics = new PictureMetrics(registry);
        metrics.words(words);
        return pictures(settings, http, eyes(settings, words), metrics, clock);
    }

    /// The same outside a context, for tests.
    static BoundedPictures pictures(
            PictureSettings settings,
            HttpSettings http,
            Eyes eyes,
            PictureMetrics metrics,
            Clock clock) {
        var web = HttpConfiguration.forFiles(http, settings.maxBytes(), clock);
        return new BoundedPictures(web, eyes, settings, metrics, clock);
    }

    static Eyes eyes(PictureSettings settings, Words words) {
        var decoder = new Decoder(settings.maxPixels());
        return new Eyes(decoder, words, FileMarks.read(settings.marks(), decoder));
    }
}
