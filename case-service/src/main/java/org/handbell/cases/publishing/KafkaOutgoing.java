package org.handbell.cases.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.handbell.contract.Event;
import org.handbell.contract.wire.Wire;
import org.handbell.operations.tracing.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

@Component
class KafkaOutgoing implements Outgoing {

    private static final String SOURCE = "/handbell/cases";

    private final KafkaTemplate<String, byte[]> kafka;
    private final PublishingMetrics metrics;
    private final Traces traces;
    private final Clock clock;
    private final Duration patience;

    KafkaOutgoing(
            KafkaTemplate<String, byte[]> kafka,
            PublishingMetrics metrics,
            Traces traces,
            Clock clock,
            PublishingSettings settings) {
        this.kafka = kafka;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.patience = settings.acknowledgedWithin();
    }

    @Override
    public <E extends Event> void send(
            Wire<E> wire, List<E> events, Function<? super E, Optional<String>> stored) {
        var topic = wire.topic().name();
        var deadline = clock.millis() + patience.toMillis();
        try {
            var sent = new ArrayList<CompletableFuture<?>>();
            events.forEach(event -> sent.add(send(wire, event, stored.apply(event).orElse(null))));
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                    .get(Math.max(1, deadline - clock.millis()), TimeUnit.MILLISECONDS);
            metrics.published(topic, events.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(topic + ": interrupted", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotAcknowledgedException(
                    topic + ": not acknowledged by the broker within " + patience, e);
        }
    }

    /// An event that was stored without a trace begins none.
    private <E extends Event> CompletableFuture<?> send(
            Wire<E> wire, E event, @Nullable String stored) {
        var record = wire.record(event, SOURCE);
        if (stored == null) {
            return kafka.send(record);
        }
        try (var _ = traces.begin("send alert", stored)) {
            traces.traceparent()
                    .ifPresent(trace -> record.headers().add(Traces.HEADER, trace.getBytes(UTF_8)));
            return kafka.send(record);
        }
    }
}
