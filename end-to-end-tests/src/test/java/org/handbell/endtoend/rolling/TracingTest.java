package org.handbell.endtoend.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.common.v1.KeyValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One post is one trace through all four services where an operator has said where traces go. That
/// there is none where nobody did is part of RollingRestartTest.
class TracingTest {

    private static final Duration TO_THE_MAIL = Duration.ofMinutes(2);
    private static final List<String> STEPS =
            List.of("capture", "judge", "take in", "send alert", "take alert", "tell");
    private static final List<String> PEOPLE =
            List.of(
                    "Peregrine",
                    "Larkspur",
                    "Imogen",
                    "Sallowfield",
                    "maps",
                    "wendlebury",
                    "127.0");

    @TempDir private Path folder;

    private final List<Instance> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Instance::close);
    }

    @Test
    void aPostIsOneTraceFromItsCaptureToTheMail() throws Exception {
        try (var school = new School(folder, 1);
                var collector = new Collector()) {
            start(
                    school,
                    "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint(),
                    "management.opentelemetry.tracing.export.schedule-delay=200ms",
                    "logging.structured.format.console=ecs");
            school.feeds().post(0, 1);
            await().atMost(TO_THE_MAIL).until(() -> school.delivered() == 1);
            await().atMost(TO_THE_MAIL).until(() -> names(collector).containsAll(STEPS));

            assertThat(names(collector)).containsExactlyInAnyOrderElementsOf(STEPS);
            assertThat(traces(collector)).hasSize(1);
            assertThat(collector.spans())
                    .extracting(Collector.Received::service)
                    .contains(
                            "ingest-service",
                            "analysis-service",
                            "case-service",
                            "notification-service");
            assertThat(collector.spans())
                    .allSatisfy(received -> {
                        assertThat(received.span().getAttributesList())
                                .extracting(KeyValue::getKey)
                                .containsExactly("handbell.step");
                        assertThat(received.span().getEventsList()).isEmpty();
                        assertThat(received.toString()).doesNotContain(PEOPLE);
                    });
            var trace = traces(collector).iterator().next();
            assertThat(output()).contains("\"traceId\":\"" + trace + "\"").contains("\"case\":");
        }
    }

    private void start(School school, String... more) {
        for (var service : Service.values()) {
            started.add(
                    Instance.start(
                            service,
                            Stream.concat(school.settings(service).stream(), Stream.of(more))
                                    .toList()));
        }
        started.forEach(Instance::ready);
    }

    private String output() {
        return started.stream().map(Instance::output).collect(Collectors.joining("\n"));
    }

    private static Set<String> names(Collector collector) {
        return collector.spans().stream()
                .map(received -> received.span().getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> traces(Collector collector) {
        return collector.spans().stream()
                .map(Collector.Received::trace)
                .collect(Collectors.toSet());
    }
}
