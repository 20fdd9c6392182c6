package org.handbell.cases.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PublishingMetrics {

    private final MeterRegistry meters;

    PublishingMetrics(MeterRegistry meters, JdbcClient jdbc) {
        this.meters = meters;
        Gauge.builder("handbell_publications_incomplete", () -> incomplete(jdbc))
                .description("Publications that the broker has not acknowledged yet")
                .register(meters);
    }

    /// Counts events that the broker acknowledged.
    void published(String topic, int events) {
        meters.counter("handbell_published_total", "topic", topic).increment(events);
    }

    private static long incomplete(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from event_publication where completion_date is null")
                .query(Long.class)
                .single();
    }
}
