package org.handbell.ingest.source.discourse;

import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Claim;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of Discourse forums together.
@Configuration(proxyBeanMethods = false)
public class DiscourseConfiguration {

    @Bean
    Claim discourseClaim() {
        return DiscourseSource::claimed;
    }

    @Bean
    DiscourseSource discourseSource(Web web) {
        return new DiscourseSource(web);
    }
}
