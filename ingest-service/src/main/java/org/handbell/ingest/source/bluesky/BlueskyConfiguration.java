package org.handbell.ingest.source.bluesky;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.http.Sockets;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Nudge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Bluesky accounts together, and the stream that tells of their news where an
/// address of one is set.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlueskySettings.class)
public class BlueskyConfiguration {

    @Bean
    BlueskySource blueskySource(
            BlueskySettings settings, Web web, ObjectProvider<Followed> followed) {
        return new BlueskySource(settings, web, followed.getIfAvailable(() -> Followed.NOBODY));
    }

    @Bean
    @ConditionalOnProperty("handbell.ingest.sources.bluesky.jetstream")
    JetstreamLine.Parts jetstreamParts(
            BlueskySettings settings, Sockets sockets, MeterRegistry registry, Clock clock) {
        return new JetstreamLine.Parts(
                sockets,
                address(settings),
                collections(settings),
                JetstreamRhythm.USUAL,
                new JetstreamMetrics(registry),
                clock,
                (RandomGenerator) () -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    @ConditionalOnProperty("handbell.ingest.sources.bluesky.jetstream")
    Jetstream jetstream(
            JetstreamLine.Parts parts, Nudge nudge, Accounts accounts, BlueskySettings settings) {
        return new Jetstream(parts, nudge, accounts::standing, settings.jetstreamConnections());
    }

    private static URI address(BlueskySettings settings) {
        var address = settings.jetstream();
        if (address == null) {
            throw new IllegalStateException("handbell.ingest.sources.bluesky.jetstream is empty");
        }
        JetstreamProtocol.of(address);
        return address;
    }

    private static List<String> collections(BlueskySettings settings) {
        var collections = new ArrayList<>(List.of(AtUri.POST));
        collections.addAll(settings.engagements());
        return List.copyOf(collections);
    }
}
