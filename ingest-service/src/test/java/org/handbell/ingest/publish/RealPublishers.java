package org.handbell.ingest.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.handbell.ingest.Broker;
import org.handbell.ingest.IngestMetrics;
import org.handbell.operations.tracing.Traces;

/// Opens the service's own publishers for tests of other packages.
public record RealPublishers(String group) implements Publishers {

    @Override
    public Publisher open(int partition) {
        var metrics = new IngestMetrics(new SimpleMeterRegistry());
        return KafkaPublisher.open(Broker.clients(), metrics, Traces.off(), group, partition);
    }
}
