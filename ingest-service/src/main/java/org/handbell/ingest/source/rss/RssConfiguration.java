package org.handbell.ingest.source.rss;

import java.util.List;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Claim;
import org.handbell.ingest.source.Hubs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of feeds together.
@Configuration(proxyBeanMethods = false)
public class RssConfiguration {

    @Bean
    RssSource rssSource(Web web, List<Claim> claims, ObjectProvider<Hubs> hubs) {
        return new RssSource(web, claims, hubs.getIfAvailable(Hubs::none));
    }
}
