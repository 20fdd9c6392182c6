package org.handbell.standalone.welcome;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the figures of the four services as Prometheus would.
final class FiguresClient {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final WelcomeSettings ports;

    FiguresClient(WelcomeSettings ports) {
        this.ports = ports;
    }

    /// What the services answer now; one that does not answer is left out.
    List<Sample> read() {
        return Stream.of(ports.cases(), ports.ingest(), ports.analysis(), ports.notification())
                .flatMap(port -> read(port).stream())
                .toList();
    }

    private List<Sample> read(int port) {
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Sample.read(answer.body()) : List.of();
        } catch (IOException e) {
            LOG.warn("no figures from port {}", port, e);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
