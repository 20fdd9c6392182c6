package org.handbell.ingest.source.mastodon;

import java.time.Clock;
import org.handbell.ingest.http.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Mastodon accounts together.
@Configuration(proxyBeanMethods = false)
public class MastodonConfiguration {

    @Bean
    MastodonSource mastodonSource(Web web, Clock clock) {
        return new MastodonSource(web, clock);
    }
}
