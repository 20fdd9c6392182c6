package org.handbell.ingest.source.instagram;

import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Instagram's accounts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstagramSettings.class)
public class InstagramConfiguration {

    @Bean
    InstagramSource instagramSource(InstagramSettings settings, Web web) {
        return new InstagramSource(settings, web);
    }
}
