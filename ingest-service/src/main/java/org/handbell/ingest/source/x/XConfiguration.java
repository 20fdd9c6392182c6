package org.handbell.ingest.source.x;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of X accounts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XSettings.class)
public class XConfiguration {

    @Bean
    XSource xSource(
            XSettings settings,
            Web web,
            Credentials credentials,
            MeterRegistry registry,
            Clock clock) {
        return source(settings, web, credentials, new XMetrics(registry), clock);
    }

    /// The same source outside a context, for tests.
    static XSource source(
            XSettings settings, Web web, Credentials credentials, XMetrics metrics, Clock clock) {
        return new XSource(
                settings,
                new XClient(settings.api(), web),
                new XPurse(settings, clock, metrics),
                credentials,
                clock);
    }
}
