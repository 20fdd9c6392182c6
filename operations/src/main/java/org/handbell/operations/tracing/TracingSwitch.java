package org.handbell.operations.tracing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Tracing is on where an operator says where traces go,
/// `management.opentelemetry.tracing.export.otlp.endpoint`, and else it is as if it were not on the
/// class path: no tracer, no ids, no header, no thread.
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final List<String> TRACING =
            List.of(
                    "org.springframework.boot.micrometer.tracing.",
                    "org.springframework.boot.opentelemetry.");

    private boolean on;

    @Override
    public void setEnvironment(Environment environment) {
        on = !environment.getProperty(ENDPOINT, "").isBlank();
    }

    @Override
    public boolean[] match(
            @Nullable String[] configurations, AutoConfigurationMetadata configurationMetadata) {
        var kept = new boolean[configurations.length];
        for (var i = 0; i < kept.length; i++) {
            kept[i] = on || !isTracing(Objects.requireNonNullElse(configurations[i], ""));
        }
        return kept;
    }

    private static boolean isTracing(String configuration) {
        return TRACING.stream().anyMatch(configuration::startsWith);
    }
}
