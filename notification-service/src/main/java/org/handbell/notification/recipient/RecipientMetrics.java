package org.handbell.notification.recipient;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// `handbell_recipients_unreadable_total`: records of the table that could not be read. A table
/// record is passed over and shown, never dead-lettered: the next reading would find it again.
@Component
class RecipientMetrics {

    private final Counter unreadable;

    RecipientMetrics(MeterRegistry registry) {
        this.unreadable = Counter.builder("handbell.recipients.unreadable").register(registry);
    }

    void unreadable() {
        unreadable.increment();
    }
}
