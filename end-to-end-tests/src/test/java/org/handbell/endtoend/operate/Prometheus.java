package org.handbell.endtoend.operate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbell.endtoend.Http;
import org.handbell.endtoend.RealServers;
import org.handbell.endtoend.ServerProcess;
import tools.jackson.databind.JsonNode;

/// A real Prometheus, as Debian packages it, with a store of its own.
final class Prometheus implements AutoCloseable {

    /// How often it looks.
    static final Duration SCRAPE = Duration.ofSeconds(2);

    private static final Duration START = Duration.ofSeconds(30);
    private static final String PROGRAM = "prometheus";

    private final Http http = new Http();
    private final Path folder;
    private final ServerProcess process;
    private final String address;

    private Prometheus(Path folder, ServerProcess process, String address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    static Optional<String> missing() {
        return RealServers.program(PROGRAM).isPresent()
                ? Optional.empty()
                : Optional.of("no Prometheus (Debian: prometheus)");
    }

    /// Starts it and returns when it answers.
    ///
    /// @param ports of the services on this machine whose figures it reads, by the service's name
    static Prometheus start(Map<String, Integer> ports) {
        var folder = RealServers.openFolder("handbell-prometheus-");
        var port = RealServers.freePort();
        write(folder.resolve("prometheus.yml"), configuration(ports));
        var process = ServerProcess.start(PROGRAM, folder, Map.of(), command(folder, port));
        var prometheus = new Prometheus(folder, process, "http://127.0.0.1:" + port);
        try {
            await("Prometheus")
                    .atMost(START)
                    .until(() -> process.output().contains("Server is ready"));
            return prometheus;
        } catch (RuntimeException e) {
            prometheus.close();
            throw e;
        }
    }

    private static List<String> command(Path folder, int port) {
        return List.of(
                RealServers.program(PROGRAM).orElseThrow().toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("store"),
                "--web.listen-address=127.0.0.1:" + port);
    }

    private static String configuration(Map<String, Integer> ports) {
        var jobs =
                ports.entrySet().stream()
                        .map(service -> job(service.getKey(), service.getValue()))
                        .collect(Collectors.joining());
        return "global: {scrape_interval: %1$ds, scrape_timeout: %1$ds}\nscrape_configs:\n"
                        .formatted(SCRAPE.toSeconds())
                + jobs;
    }

    private static String job(String service, int port) {
        return """
          - job_name: %s
            metrics_path: /actuator/prometheus
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
                .formatted(service, port);
    }

    /// What it answers for one moment: its `data`.
    JsonNode now(String query, Instant at) {
        return data("/api/v1/query?query=%s&time=%s".formatted(Http.encode(query), seconds(at)));
    }

    /// What it answers for a span of time: its `data`.
    JsonNode over(String query, Instant from, Instant to) {
        return data(
                "/api/v1/query_range?query=%s&start=%s&end=%s&step=%d"
                        .formatted(
                                Http.encode(query),
                                seconds(from),
                                seconds(to),
                                SCRAPE.toSeconds()));
    }

    private JsonNode data(String path) {
        var answer = http.get(URI.create(address + path), Map.of());
        if (!answer.path("status").asString().equals("success")) {
            throw new IllegalStateException("Prometheus refused " + path + ": " + answer);
        }
        return answer.path("data");
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    @Override
    public void close() {
        process.close();
        RealServers.remove(folder);
    }
}
