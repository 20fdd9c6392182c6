package org.handbell.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Puts the way out together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, TokenSettings.class})
public class HttpConfiguration {

    @Bean
    WebMetrics webMetrics(MeterRegistry registry, Clock clock) {
        return new WebMetrics(registry, clock);
    }

    @Bean
    Tokens tokens(HttpSettings settings, TokenSettings tokens, WebMetrics metrics) {
        var read = Tokens.read(tokens, settings.allowedPrivate());
        metrics.expiring(read.expiring());
        return read;
    }

    @Bean(destroyMethod = "close")
    PoliteWeb politeWeb(HttpSettings settings, Tokens tokens, WebMetrics metrics, Clock clock) {
        return web(settings, tokens, metrics, clock);
    }

    @Bean(destroyMethod = "close")
    NettySockets sockets(HttpSettings settings) {
        return new NettySockets(settings);
    }

    /// A web for files that posts name: it sends no token to anybody, whatever address a post
    /// names, asks but once, and has manners and connections of its own, so that a server of
    /// pictures which fails or slows us down keeps nobody from reading posts.
    ///
    /// @param maxBody largest file
    public static PoliteWeb forFiles(HttpSettings settings, DataSize maxBody, Clock clock) {
        var manners = settings.perHost();
        var once =
                new HttpSettings.PerHost(
                        manners.requests(),
                        manners.period(),
                        manners.patience(),
                        manners.concurrent(),
                        1,
                        manners.backoff(),
                        manners.restAfterFailures());
        var files =
                new HttpSettings(
                        settings.contact(),
                        settings.allowedPrivate(),
                        settings.connectTimeout(),
                        settings.readTimeout(),
                        maxBody,
                        settings.maxRedirects(),
                        settings.hosts(),
                        once);
        // Its figures are told by those who look at the files.
        var unseen = new WebMetrics(new SimpleMeterRegistry(), clock);
        return web(files, Tokens.none(), unseen, clock);
    }

    /// The same web outside a context, for tests and tools.
    static PoliteWeb web(HttpSettings settings, Tokens tokens, WebMetrics metrics, Clock clock) {
        var destinations = new Destinations(settings.allowedPrivate());
        return new PoliteWeb(
                new MicronautHop(settings, destinations),
                new Hosts(settings.hosts(), () -> new Host(settings.perHost(), clock, metrics)),
                destinations,
                tokens,
                settings.maxRedirects());
    }
}
