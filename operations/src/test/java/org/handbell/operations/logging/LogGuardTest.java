package org.handbell.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogGuardTest {

    private static final String OURS = "org.handbell.ingest.poll.Share";
    private static final List<String> LOGGERS =
            List.of(OURS, "org.springframework.boot.SpringApplication", "io.netty.channel.Some");

    @AfterEach
    void tidy() {
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs", "logstash", "gelf"})
    void noExceptionOfALibrarysBringsAPersonIntoTheLog(String format, CapturedOutput output) {
        var planted = Planted.all();
        quotesPeople(planted);
        try (var _ = application(format)) {
            for (var logger : LOGGERS) {
                planted.forEach((what, failure) ->
                        LoggerFactory.getLogger(logger).error("{} failed", what, failure));
            }
        }
        assertThat(output.getOut()).doesNotContain(Planted.PEOPLE);
        assertThat(planted.values())
                .allSatisfy(failure -> assertThat(output).contains(failure.getClass().getName()));
        assertThat(output)
                .contains("a JSON reader failed", "SQLState 23505", "Caused by", "Planted.java:");
    }

    /// Else the test above would prove nothing.
    private static void quotesPeople(Map<String, Throwable> planted) {
        assertThat(planted.values())
                .hasSize(7)
                .allSatisfy(failure ->
                        assertThat(wholeMessage(failure))
                                .containsAnyOf(Planted.PEOPLE.toArray(String[]::new)));
    }

    private static String wholeMessage(Throwable failure) {
        var cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : wholeMessage(cause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs"})
    void aPersonInAnExceptionThatWeWrapOrSuppressIsLeftOut(String format, CapturedOutput output) {
        try (var _ = application(format)) {
            for (var failure : Planted.all().values()) {
                var wrapped =
                        new IllegalStateException(
                                "the import stopped: " + failure.getMessage(), failure);
                wrapped.addSuppressed(failure);
                LoggerFactory.getLogger(OURS).error("stopped by {}", wrapped, wrapped);
            }
        }
        assertThat(output.getOut())
                .doesNotContain(Planted.PEOPLE)
                .contains("IllegalStateException: the import stopped: …");
    }

    @Test
    void ourWordsAndOurExceptionsAreWritten(CapturedOutput output) {
        try (var _ = application("ecs")) {
            LoggerFactory.getLogger(OURS)
                    .atWarn()
                    .addKeyValue("offset", 7)
                    .log("partition {} is lost", 3);
            LoggerFactory.getLogger(OURS)
                    .warn("no key", new IllegalStateException("handbell.hash-key-file is empty"));
        }
        assertThat(line(output, "partition").at("/message").asString())
                .isEqualTo("partition 3 is lost");
        assertThat(output).contains("handbell.hash-key-file is empty").contains("\"offset\":");
    }

    @Test
    void ofAnUnknownLibraryOnlyTheConstantTextIsWritten(CapturedOutput output) {
        var library = LoggerFactory.getLogger("org.springframework.kafka.support.Some");
        try (var _ = application("ecs")) {
            library.error("payload='" + Planted.WORDS + "' was not sent");
            library.error("key {} was not sent", Planted.HANDLE);
            library.atError().addKeyValue("name", Planted.NAME).log("not sent");
        }
        assertThat(output.getOut())
                .doesNotContain(Planted.PEOPLE)
                .contains(GuardedEvent.WITHHELD, "key {} was not sent");
    }

    @Test
    void ofAKnownLibraryOnlyAddressesAndQuotedExceptionsAreLeftOut(CapturedOutput output) {
        var failure = planted("a database");
        try (var _ = application("ecs")) {
            LoggerFactory.getLogger("org.apache.catalina.core.Some")
                    .error("Servlet threw [" + failure.getMessage() + "]", failure);
            LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient")
                    .warn(
                            "Node {} at {} or {} was not available",
                            1,
                            "https://" + Planted.HOST + "/feed?of=" + Planted.HANDLE,
                            "head@" + Planted.HOST);
        }
        assertThat(output.getOut())
                .doesNotContain(Planted.PEOPLE)
                .contains("Servlet threw […]")
                .contains("Node 1 at <address> or <address> was not available");
    }

    @Test
    void aLineSaysItsCaseServiceAndTraceAndNothingElseOfItsContext(CapturedOutput output) {
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        MDC.put("visitor", Planted.NAME);
        try (var _ = application("ecs")) {
            try (var _ = LogFields.about("2026-0042")) {
                LoggerFactory.getLogger(OURS).warn("within");
            }
            LoggerFactory.getLogger(OURS).warn("after");
        }
        var within = line(output, "within");
        assertThat(within.at("/case").asString()).isEqualTo("2026-0042");
        assertThat(within.at("/traceId").asString()).startsWith("4bf92f35");
        assertThat(within.at("/service/name").asString()).isEqualTo("ingest-service");
        assertThat(within.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line(output, "after").has("case")).isFalse();
        assertThat(output.getOut()).doesNotContain(Planted.PEOPLE);
    }

    @Test
    void aFileOfTheLogIsGuardedToo(@TempDir Path folder, CapturedOutput output) throws IOException {
        var file = folder.resolve("service.log");
        try (var _ = application("", "--logging.file.name=" + file)) {
            LoggerFactory.getLogger(OURS).error("stopped", planted("a database"));
        }
        assertThat(Files.readString(file)).contains("stopped").doesNotContain(Planted.PEOPLE);
        assertThat(output).contains("stopped");
    }

    private static Throwable planted(String what) {
        return Objects.requireNonNull(Planted.all().get(what));
    }

    private static ConfigurableApplicationContext application(String format, String... more) {
        var arguments =
                Stream.concat(
                        Stream.of(
                                "--spring.application.name=ingest-service",
                                "--logging.structured.format.console=" + format),
                        Stream.of(more));
        return new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private static JsonNode line(CapturedOutput output, String word) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"" + word))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow();
    }

    static final class Empty {}
}
