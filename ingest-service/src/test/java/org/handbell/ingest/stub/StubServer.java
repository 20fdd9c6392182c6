package org.handbell.ingest.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An HTTP server on a free port of loopback. Paths that no test described answer 404.
public final class StubServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private StubServer(HttpServer server) {
        this.server = server;
    }

    public static StubServer start() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var stub = new StubServer(HttpServer.create(loopback, 0));
            stub.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            stub.server.createContext("/", stub::handle);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was asked of the server.
    public record Asked(String path, Map<String, String> query, Map<String, String> headers) {

        public String query(String name) {
            return query.getOrDefault(name, "");
        }

        /// @param name in lower case
        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /// What the server says.
    public record Answer(int status, Map<String, String> headers, List<byte[]> chunks) {

        public static Answer ok(String type, String body) {
            return new Answer(
                    200,
                    Map.of("Content-Type", type),
                    List.of(body.getBytes(StandardCharsets.UTF_8)));
        }

        public static Answer json(String body) {
            return ok("application/json", body);
        }

        public static Answer status(int status) {
            return new Answer(status, Map.of(), List.of());
        }

        public static Answer bytes(byte[] body) {
            return new Answer(200, Map.of(), List.of(body));
        }

        public Answer withStatus(int other) {
            return new Answer(other, headers, chunks);
        }

        public Answer with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, chunks);
        }
    }

    public StubServer on(String path, Function<Asked, Answer> answer) {
        answers.put(path, answer);
        return this;
    }

    public StubServer on(String path, Answer answer) {
        return on(path, _ -> answer);
    }

    /// Holds the request until the server is closed.
    public Answer stall() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.status(500);
    }

    public URI uri(String path) {
        return URI.create(url(path));
    }

    public String url(String path) {
        return "http://" + hostPort() + path;
    }

    public String hostPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            asked.add(request);
            var answer = answers.getOrDefault(request.path(), _ -> Answer.status(404));
            write(exchange, answer.apply(request));
        }
    }

    private static Asked read(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            query.put(
                    parts[0],
                    URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return new Asked(exchange.getRequestURI().getPath(), query, headers);
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        long length = answer.chunks().stream().mapToLong(c -> c.length).sum();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        for (var chunk : answer.chunks()) {
            exchange.getResponseBody().write(chunk);
        }
    }
}
