package org.handbell.analysis.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// A stub of a language model: speaks the protocol, and says what a test tells it to. No model was
/// ever asked in these tests.
public final class LanguageModelStub implements AutoCloseable {

    /// One request as it came.
    public record Request(String method, String path, String authorization, JsonNode body) {

        String message(int at) {
            return body.path("messages").path(at).path("content").asString();
        }
    }

    /// What it does with a request.
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Behaviour behaviour;

    public LanguageModelStub(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// Answers with these opinions, as JSON of a list.
    public static Behaviour opinions(String list) {
        return content("{\"opinions\": " + list + "}");
    }

    static Behaviour content(String content) {
        var body = Json.mapper().createObjectNode();
        body.putArray("choices").addObject().putObject("message").put("content", content);
        return body(200, Json.mapper().writeValueAsString(body));
    }

    static Behaviour body(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            Json.mapper().readTree(body)));
            behaviour.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
