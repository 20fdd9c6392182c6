package org.handbell.ingest.source.activitypub;

import java.time.Clock;
import org.handbell.ingest.http.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the source of ActivityPub actors together.
@Configuration(proxyBeanMethods = false)
public class ActivityPubConfiguration {

    @Bean
    ActivityPubSource activityPubSource(Web web, Clock clock) {
        return new ActivityPubSource(web, clock);
    }
}
