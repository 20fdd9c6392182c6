package org.handbell.ingest.source.googlereviews;

import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of answers to reviews on Google together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GoogleReviewsSettings.class)
public class GoogleReviewsConfiguration {

    @Bean
    GoogleReviewsSource googleReviewsSource(
            Web web, Credentials credentials, GoogleReviewsSettings settings) {
        return new GoogleReviewsSource(web, credentials, settings);
    }
}
