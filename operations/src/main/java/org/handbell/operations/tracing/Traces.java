package org.handbell.operations.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the steps of a post's way one trace. What joins them is W3C's `traceparent`, which holds
/// numbers alone: it travels in the header of a record and is stored beside what waits in a
/// database. Where tracing is off, nothing is written and nothing is made.
public final class Traces {

    /// Name of the header of a record.
    public static final String HEADER = "traceparent";

    /// Marks the spans that may leave: those that this class began, and no others.
    static final String STEP = "handbell.step";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// For tests, and wherever tracing is off.
    public static Traces off() {
        return new Traces(null, null);
    }

    /// Begins a step on this thread; what it logs until the end of the step carries the trace.
    ///
    /// @param step what is done, a constant: it becomes the name of the span
    /// @param traceparent what the step follows; null where it is the first of its trace
    public Step begin(String step, @Nullable String traceparent) {
        if (tracer == null || propagator == null) {
            return Step.NONE;
        }
        var builder =
                traceparent == null
                        ? tracer.spanBuilder().setNoParent()
                        : propagator.extract(
                                traceparent, (_, name) -> HEADER.equals(name) ? traceparent : null);
        var span = builder.name(step).tag(STEP, step).start();
        return new Step(span, tracer.withSpan(span));
    }

    /// What a record that is written now has to carry, or a row that waits to keep; empty where
    /// tracing is off or no step is under way.
    public Optional<String> traceparent() {
        if (tracer == null || propagator == null) {
            return Optional.empty();
        }
        var span = tracer.currentSpan();
        if (span == null) {
            return Optional.empty();
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
        return Optional.ofNullable(carrier.get(HEADER));
    }

    /// A step under way; closing it ends it. No exception is noted in it, for its message may quote
    /// a person: the log has what is needed, under the same trace.
    public static final class Step implements AutoCloseable {

        private static final Step NONE = new Step(null, null);

        private final @Nullable Span span;
        private final Tracer.@Nullable SpanInScope scope;

        private Step(@Nullable Span span, Tracer.@Nullable SpanInScope scope) {
            this.span = span;
            this.scope = scope;
        }

        @Override
        public void close() {
            if (scope != null) {
                scope.close();
            }
            if (span != null) {
                span.end();
            }
        }
    }
}
