package org.handbell.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Time, chance, transactions, and the topics that must be there before anybody reads or writes.
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class NotificationConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /// Runs while the context is made, thus before bindings and relays start.
    @Bean
    InitializingBean topics(
            KafkaAdmin kafka, @Value("${handbell.kafka.replication:1}") short replication) {
        return () -> {
            try (var admin = Admin.create(Map.copyOf(kafka.getConfigurationProperties()))) {
                new TopicSetup(admin, replication)
                        .ensure(List.of(Topics.ALERTS, Topics.RECIPIENTS, Topics.DELIVERIES));
            }
        };
    }
}
