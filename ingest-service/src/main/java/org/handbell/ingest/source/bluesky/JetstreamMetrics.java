package org.handbell.ingest.source.bluesky;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// Figures of the stream.
///
/// `handbell_push_connections{platform}`: connections that are open or being made.
/// `handbell_push_connections_ended_total{platform}`: ended, for whatever reason.
/// `handbell_push_messages_rejected_total{platform}`: messages that could not be read.
final class JetstreamMetrics {

    private static final String PLATFORM = "platform";
    private static final String BLUESKY = "bluesky";

    private final AtomicInteger open = new AtomicInteger();
    private final Counter ended;
    private final Counter rejected;

    JetstreamMetrics(MeterRegistry registry) {
        Gauge.builder("handbell.push.connections", open, AtomicInteger::get)
                .description("Connections to a stream that are open or being made")
                .tag(PLATFORM, BLUESKY)
                .register(registry);
        ended = registry.counter("handbell.push.connections.ended", PLATFORM, BLUESKY);
        rejected = registry.counter("handbell.push.messages.rejected", PLATFORM, BLUESKY);
    }

    void opened() {
        open.incrementAndGet();
    }

    void ended() {
        open.decrementAndGet();
        ended.increment();
    }

    void malformed() {
        rejected.increment();
    }
}
