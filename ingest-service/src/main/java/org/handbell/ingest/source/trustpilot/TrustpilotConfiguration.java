package org.handbell.ingest.source.trustpilot;

import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of answers to reviews on Trustpilot together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrustpilotSettings.class)
public class TrustpilotConfiguration {

    @Bean
    TrustpilotSource trustpilotSource(
            Web web, Credentials credentials, TrustpilotSettings settings) {
        return new TrustpilotSource(web, credentials, settings);
    }
}
