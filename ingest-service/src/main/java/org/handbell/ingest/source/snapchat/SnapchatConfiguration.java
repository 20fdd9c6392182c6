package org.handbell.ingest.source.snapchat;

import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Snapchat's public profiles together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapchatSettings.class)
public class SnapchatConfiguration {

    @Bean
    SnapchatSource snapchatSource(SnapchatSettings settings, Web web, Credentials credentials) {
        return new SnapchatSource(settings, web, credentials);
    }
}
