package org.handbell.cases.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.handbell.contract.figures.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Figures of what leaves. NaN where the database does not say how much waits.
@Component
class PublishingMetrics implements Figures {

    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private volatile double incomplete = Double.NaN;

    PublishingMetrics(MeterRegistry meters, JdbcClient jdbc) {
        this.meters = meters;
        this.jdbc = jdbc;
        Gauge.builder("handbell_publications_incomplete", () -> incomplete)
                .description("Publications that the broker has not acknowledged yet")
                .register(meters);
    }

    /// Counts events that the broker acknowledged.
    void published(String topic, int events) {
        meters.counter("handbell_published_total", "topic", topic).increment(events);
    }

    @Override
    public void refresh() {
        incomplete =
                jdbc.sql("select count(*) from event_publication where completion_date is null")
                        .query(Long.class)
                        .single();
    }

    @Override
    public void unknown() {
        incomplete = Double.NaN;
    }
}
