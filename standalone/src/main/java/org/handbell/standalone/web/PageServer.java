package org.handbell.standalone.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small web server for the parts that are no service. It answers to its own names alone, so that
/// no page of the internet can read it through a visitor's browser, and it takes forms only from
/// its own pages.
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int LONGEST_FORM = 256 * 1024;

    private final HttpServer server;
    private final ExecutorService workers;

    private PageServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /// Starts to answer.
    ///
    /// @throws UncheckedIOException where the door cannot be had, naming its port
    public static PageServer start(Door door, Function<Request, Reply> site) {
        try {
            var address = new InetSocketAddress(InetAddress.getByName(door.bind()), door.port());
            var server = HttpServer.create(address, 0);
            var workers = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(workers);
            server.createContext("/", exchange -> answer(exchange, door, site));
            server.start();
            return new PageServer(server, workers);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + door.port() + " cannot be used", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private static void answer(HttpExchange exchange, Door door, Function<Request, Reply> site)
            throws IOException {
        try (exchange) {
            send(exchange, reply(exchange, door, site));
        }
    }

    private static Reply reply(HttpExchange exchange, Door door, Function<Request, Reply> site)
            throws IOException {
        var request = read(exchange);
        if (!door.answersTo(request.header("host").orElse(""))) {
            return Reply.text(403, "text/plain", "This server answers to its own names alone.");
        }
        if (request.submits() && !fromHere(request)) {
            return Reply.text(403, "text/plain", "This form was sent from another site.");
        }
        try {
            return site.apply(request);
        } catch (IllegalArgumentException e) {
            return Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("a local page failed", e);
            return Reply.json(500, Map.of("error", "This went wrong on our side."));
        }
    }

    private static boolean fromHere(Request request) {
        var own = "http://" + request.header("host").orElse("");
        return request.header("origin").map(own::equals).orElse(true);
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var query = exchange.getRequestURI().getRawQuery();
        var method = exchange.getRequestMethod();
        return new Request(
                method,
                exchange.getRequestURI().getPath(),
                Request.pairs(query == null ? "" : query),
                method.equals("POST") ? form(exchange) : Map.of(),
                Map.copyOf(headers));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        return Request.pairs(new String(body, StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        reply.headers().forEach(headers::set);
        var silent = exchange.getRequestMethod().equals("HEAD") || reply.status() == 304;
        var empty = silent || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
