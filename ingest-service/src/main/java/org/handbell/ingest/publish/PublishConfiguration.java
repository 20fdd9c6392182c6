package org.handbell.ingest.publish;

import java.time.Clock;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.IngestSettings;
import org.handbell.ingest.stream.StreamClient;
import org.handbell.operations.tracing.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    @Bean
    Capture capture(Clock clock) {
        return new Capture(clock);
    }

    @Bean
    Publishers publishers(
            StreamClient clients, IngestMetrics metrics, Traces traces, IngestSettings settings) {
        return partition ->
                KafkaPublisher.open(clients, metrics, traces, settings.group(), partition);
    }
}
