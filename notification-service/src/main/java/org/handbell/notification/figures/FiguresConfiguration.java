package org.handbell.notification.figures;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.contract.figures.AllFigures;
import org.handbell.contract.figures.Figures;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.LagMetrics;
import org.handbell.contract.figures.Reading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Refreshes whatever figures a feature has that cost a question; among them how far this instance
/// is behind on the alerts and on the table of recipients.
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    KafkaContainers kafkaContainers() {
        return new KafkaContainers();
    }

    @Bean
    Reading alertsReading(
            KafkaContainers containers,
            @Value("${spring.cloud.stream.bindings.alerts-in-0.group}") String group) {
        return new Reading.Group(group, containers::held);
    }

    @Bean
    LagMetrics lagMetrics(MeterRegistry registry, KafkaProperties kafka, List<Reading> readings) {
        return new LagMetrics(
                registry, new KafkaLag(Admin.create(kafka.buildAdminProperties()), readings));
    }

    @Bean(initMethod = "start")
    AllFigures allFigures(List<Figures> figures, FiguresSettings settings) {
        return new AllFigures(figures, settings.every());
    }
}
