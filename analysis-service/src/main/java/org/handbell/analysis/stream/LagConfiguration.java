package org.handbell.analysis.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.LagMetrics;
import org.handbell.contract.figures.Reading;
import org.handbell.contract.figures.RefreshedFigures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How far this instance is behind: on the posts, and on its two tables.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiguresSettings.class)
class LagConfiguration {

    @Bean
    KafkaContainers kafkaContainers() {
        return new KafkaContainers();
    }

    @Bean(initMethod = "start")
    RefreshedFigures refreshedLag(LagMetrics lag, FiguresSettings settings) {
        return new RefreshedFigures("lag", settings.every(), lag);
    }

    @Bean
    LagMetrics lagMetrics(
            MeterRegistry registry,
            KafkaProperties kafka,
            KafkaContainers containers,
            KafkaTables tables,
            @Value("${spring.cloud.stream.bindings.judge-in-0.group}") String group) {
        var readings =
                List.of(
                        new Reading.Group(group, containers::held),
                        new Reading.Table(tables::next));
        var lag = new KafkaLag(Admin.create(kafka.buildAdminProperties()), readings);
        return new LagMetrics(registry, lag);
    }
}
