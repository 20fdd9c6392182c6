package org.handbell.ingest.source.bluesky;

import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Bluesky accounts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlueskySettings.class)
public class BlueskyConfiguration {

    @Bean
    BlueskySource blueskySource(BlueskySettings settings, Web web) {
        return new BlueskySource(settings, web);
    }
}
