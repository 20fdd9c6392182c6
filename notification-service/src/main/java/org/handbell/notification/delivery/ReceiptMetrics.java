package org.handbell.notification.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// `handbell_receipts_total{outcome}`: what channels said later of messages, by what became of it:
/// noted, repeated, too_early, unknown, turned_away (no token of ours), unreadable.
@Component
class ReceiptMetrics {

    private final MeterRegistry registry;

    ReceiptMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void taken(Receipt receipt) {
        count(receipt.name().toLowerCase(Locale.ROOT));
    }

    void turnedAway() {
        count("turned_away");
    }

    void unreadable() {
        count("unreadable");
    }

    private void count(String outcome) {
        Counter.builder("handbell.receipts").tag("outcome", outcome).register(registry).increment();
    }
}
