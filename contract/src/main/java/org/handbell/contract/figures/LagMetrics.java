package org.handbell.contract.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;

/// `handbell_consumer_lag{topic}`: records behind, over the partitions that this instance has. A
/// partition that was given away drops out; where the broker does not answer there is no figure.
public final class LagMetrics implements Figures, AutoCloseable {

    private final MultiGauge gauge;
    private final KafkaLag lag;

    public LagMetrics(MeterRegistry registry, KafkaLag lag) {
        this.gauge =
                MultiGauge.builder("handbell.consumer.lag")
                        .description("Records behind, over the partitions of this instance")
                        .register(registry);
        this.lag = lag;
    }

    @Override
    public void refresh() {
        show(lag.behind());
    }

    @Override
    public void unknown() {
        show(Map.of());
    }

    @Override
    public void close() {
        lag.close();
    }

    private void show(Map<String, Long> behind) {
        gauge.register(
                behind.entrySet().stream()
                        .<MultiGauge.Row<?>>map(entry ->
                                MultiGauge.Row.of(
                                        Tags.of("topic", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
