package org.handbell.ingest.source.wordpress;

import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Claim;
import org.handbell.ingest.source.rss.RssSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of WordPress blogs together.
@Configuration(proxyBeanMethods = false)
public class WordPressConfiguration {

    @Bean
    Claim wordPressClaim() {
        return WordPressSource::claimed;
    }

    @Bean
    WordPressSource wordPressSource(Web web, RssSource feeds) {
        return new WordPressSource(web, feeds);
    }
}
