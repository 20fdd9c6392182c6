package org.handbell.ingest.source.rss;

import org.handbell.ingest.http.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of feeds together.
@Configuration(proxyBeanMethods = false)
public class RssConfiguration {

    @Bean
    RssSource rssSource(Web web) {
        return new RssSource(web);
    }
}
