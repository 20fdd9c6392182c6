package org.handbell.ingest.source.youtube;

import java.time.Clock;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of YouTube channels together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(YoutubeSettings.class)
public class YoutubeConfiguration {

    @Bean
    YoutubeSource youtubeSource(
            YoutubeSettings settings, Web web, Credentials credentials, Clock clock) {
        return new YoutubeSource(settings, new YoutubeClient(settings, web, clock), credentials);
    }
}
