package org.handbell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class StartIT {

    @TempDir Path folder;

    @Test
    void theServiceSaysThatItIsReadyOnceItHasItsShareOfTheAccounts() {
        try (var engine = start();
                var http = HttpClient.newHttpClient()) {
            var port = engine.getEnvironment().getRequiredProperty("local.server.port");
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() ->
                            assertThat(get(http, port, "health/readiness"))
                                    .contains("\"status\":\"UP\"")
                                    .contains("\"ready\""));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(get(http, port, "prometheus"))
                                    .contains(of("handbell_partitions_pulled", "", "12.0"))
                                    .contains(
                                            of(
                                                    "handbell_consumer_lag",
                                                    ",topic=\"submissions.v1\"",
                                                    "0.0"))
                                    .contains(
                                            of(
                                                    "handbell_dead_letters_total",
                                                    ",topic=\"posts.v1\"",
                                                    "0.0")));
        }
    }

    @Test
    void aSettingOutOfItsBoundsIsNamed() {
        assertThatThrownBy(() -> start("--handbell.ingest.poll.fastest=20m"))
                .hasStackTraceContaining("handbell.ingest.poll")
                .hasStackTraceContaining("fastest must be positive and at most slowest");
    }

    @Test
    void aTokenWhoseFileIsMissingStopsTheStartAndIsNamed() {
        var token = "--handbell.ingest.tokens.parish.";
        assertThatThrownBy(() ->
                        start(
                                token + "platform=mastodon",
                                token + "host=social.example",
                                token + "expires-on=2027-01-31",
                                token + "file=" + folder.resolve("none")))
                .hasStackTraceContaining(
                        "handbell.ingest.tokens.parish.file: the file cannot be read");
    }

    private static String of(String figure, String labels, String value) {
        return "%s{application=\"ingest-service\"%s} %s".formatted(figure, labels, value);
    }

    private static String get(HttpClient http, String port, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/" + path);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private ConfigurableApplicationContext start(String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--spring.config.name=ingest-service");
        arguments.add("--server.port=0");
        arguments.add("--handbell.figures.every=200ms");
        arguments.add("--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers());
        arguments.add("--handbell.ingest.group=start-" + UUID.randomUUID());
        arguments.add("--handbell.ingest.fingerprint-key-file=" + folder.resolve("key"));
        arguments.add("--handbell.ingest.create-fingerprint-key=true");
        return new SpringApplicationBuilder(IngestApplication.class)
                .run(arguments.toArray(String[]::new));
    }
}
