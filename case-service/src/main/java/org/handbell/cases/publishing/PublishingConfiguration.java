package org.handbell.cases.publishing;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingConfiguration {

    private static final List<Topic<?>> USED =
            List.of(
                    Topics.ACCOUNTS,
                    Topics.REGISTER,
                    Topics.RECIPIENTS,
                    Topics.WATCHES,
                    Topics.SUBMISSIONS,
                    Topics.MEDIA,
                    Topics.FINDINGS,
                    Topics.ALERTS,
                    Topics.DELIVERIES);

    /// Made while the context is built, before any listener starts.
    @Bean
    KafkaTopicsReady topicsReady(
            KafkaAdmin kafka, @Value("${handbell.kafka.replication:1}") short replication) {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            new TopicSetup(admin, replication).ensure(USED);
        }
        return new KafkaTopicsReady(USED);
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
