package org.handbell.standalone.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A service as its own health page and figures tell.
///
/// @param base `http://127.0.0.1:8081`
record HealthClient(String service, URI base) implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern HELD_BACK =
            Pattern.compile("handbell_accounts\\{[^}]*state=\"held_back\"[^}]*} (\\d+)");

    @Override
    public List<Diagnosis> look() {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var found = new ArrayList<Diagnosis>();
            found.add(health(http));
            heldBack(get(http, "/actuator/prometheus").body(), found);
            return found;
        } catch (IOException e) {
            return List.of(
                    Diagnosis.ill(
                            "%s does not answer at %s".formatted(service, base),
                            "is it up? What it logs at its start says what it lacks"));
        }
    }

    private Diagnosis health(HttpClient http) throws IOException {
        var status = get(http, "/actuator/health").statusCode();
        return status == 200
                ? Diagnosis.well("%s at %s is well".formatted(service, base))
                : Diagnosis.ill(
                        "%s at %s says it is not well (%d)".formatted(service, base, status),
                        "%s/actuator/health says which part".formatted(base));
    }

    private static void heldBack(String figures, List<Diagnosis> found) {
        var matcher = HELD_BACK.matcher(figures);
        if (matcher.find() && !matcher.group(1).equals("0")) {
            found.add(
                    Diagnosis.look(
                            "%s account%s held back, because a gate is not met"
                                    .formatted(
                                            matcher.group(1),
                                            matcher.group(1).equals("1") ? " is" : "s are"),
                            "the register in the console shows which gate: DPIA, monitoring notice, consultation or approval"));
        }
    }

    private java.net.http.HttpResponse<String> get(HttpClient http, String path)
            throws IOException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
