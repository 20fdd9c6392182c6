package org.handbell.ingest.watch;

import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.stream.StreamClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    Watches watches() {
        return new Watches();
    }

    @Bean
    WatchesStream watchesStream(StreamClient clients, Watches watches, IngestMetrics metrics) {
        return new WatchesStream(clients, watches, metrics);
    }
}
