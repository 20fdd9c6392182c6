package org.handbell.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plain requests to the servers under test; an answer other than 2xx or 3xx is an exception with
/// its body.
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public JsonNode get(URI address, Map<String, String> headers) {
        return json(text(request(address, headers).GET().build()));
    }

    public String getText(URI address) {
        return text(request(address, Map.of()).GET().build());
    }

    int status(URI address) {
        return send(request(address, Map.of()).GET().build()).statusCode();
    }

    JsonNode post(URI address, Map<String, String> headers, Object body) {
        var request =
                request(address, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return json(text(request.build()));
    }

    void put(URI address, Map<String, String> headers, Object body) {
        text(
                request(address, headers)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    void delete(URI address, Map<String, String> headers) {
        text(request(address, headers).DELETE().build());
    }

    String form(
            String method, URI address, Map<String, String> headers, Map<String, String> fields) {
        var request =
                request(address, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(encode(fields)));
        return text(request.build());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.isBlank() ? "{}" : text);
    }

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(URI address, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private static String text(HttpRequest request) {
        var answer = send(request);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    request.method()
                            + " "
                            + request.uri()
                            + " answered "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        }
        return answer.body();
    }

    /// A client for each request, since snac closes connections that a client would use again, and
    /// HTTP/1.1, since Node answers the offer to speak HTTP/2 in the clear with a reset.
    private static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
