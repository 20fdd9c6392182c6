package org.handbell.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.DatabaseStart;
import org.handbell.contract.start.KafkaStart;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
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

    @Bean
    FlywayMigrationStrategy databaseFirst(@Value("${spring.datasource.url}") String address) {
        return flyway -> {
            DatabaseStart.require(
                    "notification-service",
                    flyway.getConfiguration().getDataSource(),
                    address,
                    "notification");
            flyway.migrate();
        };
    }

    /// Runs while the context is made, thus before bindings and relays start.
    @Bean
    InitializingBean broker(KafkaAdmin kafka, Environment environment) {
        return () ->
                KafkaStart.require(
                        BrokerUser.NOTIFICATION, kafka.getConfigurationProperties(), environment);
    }
}
