package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On a cluster, health and figures have a port of their own that no ingress shows.
class FiguresApartTest {

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = TestDesk.start("apart", Map.of("management.server.port", "0"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"health/liveness", "health/readiness", "prometheus"})
    void theirOwnPortAnswersAStranger(String page) throws Exception {
        var port = desk.property("local.management.port");
        assertThat(get(port, page).statusCode()).isEqualTo(200);
    }

    @Test
    void thePortOfThePagesShowsNoFigures() throws Exception {
        assertThat(get(Integer.toString(desk.port()), "prometheus").body())
                .doesNotContain("handbell_cases_open");
        assertThat(get(Integer.toString(desk.port()), "prometheus").statusCode()).isNotEqualTo(200);
    }

    private static HttpResponse<String> get(String port, String page)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/actuator/" + page))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
