package org.handbell.cases.figures;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.figures.AllFigures;
import org.handbell.contract.figures.Figures;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.LagMetrics;
import org.handbell.contract.figures.Reading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/// Refreshes whatever figures a feature has that cost a question; among them how far this instance
/// is behind on what the analysis claims, on what became of messages and on pictures.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiguresSettings.class)
class FiguresConfiguration {

    @Bean(initMethod = "start")
    AllFigures allFigures(List<Figures> figures, FiguresSettings settings) {
        return new AllFigures(figures, settings.every());
    }

    @Bean
    LagMetrics lagMetrics(
            MeterRegistry registry,
            KafkaProperties kafka,
            KafkaListenerEndpointRegistry listeners,
            @Value("${handbell.reading.group:handbell-cases}") String group) {
        var readings =
                List.of(
                        new Reading.Group(group, () -> held(listeners, "handbell-cases-findings")),
                        new Reading.Group(
                                group + "-deliveries",
                                () -> held(listeners, "handbell-cases-deliveries")),
                        new Reading.Group(
                                group + "-media", () -> held(listeners, "handbell-cases-media")));
        return new LagMetrics(
                registry, new KafkaLag(Admin.create(kafka.buildAdminProperties()), readings));
    }

    private static Collection<TopicPartition> held(
            KafkaListenerEndpointRegistry listeners, String listener) {
        var container = listeners.getListenerContainer(listener);
        var assigned = container == null ? null : container.getAssignedPartitions();
        return assigned == null ? List.of() : assigned;
    }
}
