package org.handbell.ingest.stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class StreamConfiguration {

    @Bean
    StreamClient streamClient(KafkaProperties properties) {
        return new StreamClient(properties);
    }
}
