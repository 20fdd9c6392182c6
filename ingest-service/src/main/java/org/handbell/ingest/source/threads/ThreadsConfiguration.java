package org.handbell.ingest.source.threads;

import org.handbell.ingest.http.Web;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Threads' accounts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThreadsSettings.class)
public class ThreadsConfiguration {

    @Bean
    ThreadsSource threadsSource(ThreadsSettings settings, Web web) {
        return new ThreadsSource(settings, web);
    }
}
