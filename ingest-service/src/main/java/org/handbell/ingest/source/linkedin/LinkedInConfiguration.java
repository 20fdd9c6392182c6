package org.handbell.ingest.source.linkedin;

import java.time.Clock;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of LinkedIn's accounts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkedInSettings.class)
public class LinkedInConfiguration {

    @Bean
    LinkedInSource linkedInSource(LinkedInSettings settings, Web web, Clock clock) {
        return new LinkedInSource(settings, web, clock);
    }
}
