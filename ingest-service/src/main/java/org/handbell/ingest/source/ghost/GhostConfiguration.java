package org.handbell.ingest.source.ghost;

import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Claim;
import org.handbell.ingest.source.rss.RssSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Ghost blogs together.
@Configuration(proxyBeanMethods = false)
public class GhostConfiguration {

    @Bean
    Claim ghostClaim() {
        return GhostSource::claimed;
    }

    @Bean
    GhostSource ghostSource(Web web, RssSource feeds, Credentials credentials) {
        return new GhostSource(web, feeds, credentials);
    }
}
