package org.handbell.cases.publishing;

import java.util.List;
import org.handbell.contract.Topic;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.KafkaStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingConfiguration {

    /// Made while the context is built, before any listener starts.
    @Bean
    KafkaTopicsReady topicsReady(
            KafkaAdmin kafka,
            @Value("${handbell.reading.group:handbell-cases}") String group,
            Environment environment) {
        KafkaStart.require(
                BrokerUser.CASES, group, kafka.getConfigurationProperties(), environment);
        return new KafkaTopicsReady(BrokerUser.CASES.topics());
    }

    /// Silent: the usual one logs keys, and the key of a watch is the address of a person's post. A
    /// failure is told by who waits for the send.
    @Bean
    ProducerListener<Object, Object> silentAboutKeys() {
        return new ProducerListener<>() {};
    }

    /// Says that the topics are there and within their bounds.
    record KafkaTopicsReady(List<Topic<?>> topics) {}
}
