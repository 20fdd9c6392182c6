package org.handbell.notification.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// `handbell_alerts_waiting`: alerts that nobody acknowledged yet, over all instances.
/// `handbell_alerts_unreadable_total`: records of `alerts.v1` that went to its dead letters.
@Component
class AlertMetrics {

    private final Counter unreadable;

    AlertMetrics(MeterRegistry registry, Alerts alerts) {
        this.unreadable = Counter.builder("handbell.alerts.unreadable").register(registry);
        Gauge.builder("handbell.alerts.waiting", alerts, Alerts::open).register(registry);
    }

    void setAside() {
        unreadable.increment();
    }
}
