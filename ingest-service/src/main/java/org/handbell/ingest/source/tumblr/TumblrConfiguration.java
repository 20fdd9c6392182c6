package org.handbell.ingest.source.tumblr;

import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Tumblr blogs together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TumblrSettings.class)
public class TumblrConfiguration {

    @Bean
    TumblrSource tumblrSource(TumblrSettings settings, Web web, Credentials credentials) {
        return new TumblrSource(settings, web, credentials);
    }
}
