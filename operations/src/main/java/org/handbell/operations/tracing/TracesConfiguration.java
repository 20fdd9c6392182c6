package org.handbell.operations.tracing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Gives every service its `Traces`; TracingSwitch decides whether there is a tracer behind them.
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
class TracesConfiguration {

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    /// Only our own spans leave: those that libraries make carry addresses and exceptions.
    @Bean
    SpanExportingPredicate ownSpansOnly() {
        return span -> span.getTags().containsKey(Traces.STEP);
    }
}
