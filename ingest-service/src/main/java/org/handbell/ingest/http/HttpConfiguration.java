package org.handbell.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
