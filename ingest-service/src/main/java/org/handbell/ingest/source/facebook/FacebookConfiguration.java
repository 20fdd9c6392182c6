package org.handbell.ingest.source.facebook;

import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Facebook Pages together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FacebookSettings.class)
public class FacebookConfiguration {

    @Bean
    FacebookSource facebookSource(FacebookSettings settings, Web web) {
        return new FacebookSource(settings, web);
    }
}
