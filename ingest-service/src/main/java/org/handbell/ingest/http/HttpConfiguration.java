package org.handbell.ingest.http;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the way out together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
public class HttpConfiguration {

    @Bean(destroyMethod = "close")
    PoliteWeb politeWeb(HttpSettings settings, Clock clock) {
        return web(settings, clock);
    }

    /// The same web outside a context, for tests and tools.
    public static PoliteWeb web(HttpSettings settings, Clock clock) {
        var destinations = new Destinations(settings.allowedPrivate());
        return new PoliteWeb(
                new MicronautHop(settings, destinations),
                new Hosts(settings.hosts(), () -> new Host(settings.perHost(), clock)),
                destinations,
                settings.maxRedirects());
    }
}
