package org.handbell.endtoend.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/// A blog whose server fails every other time, so that there is something to try again.
final class UnsteadyFeed implements AutoCloseable {

    private static final String FEED =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Hens</title><link>http://localhost/</link>
            <description>Six hens and a shed.</description></channel></rss>
            """;

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    private UnsteadyFeed(HttpServer server) {
        this.server = server;
    }

    static UnsteadyFeed start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var feed = new UnsteadyFeed(server);
            server.createContext("/", feed::answer);
            server.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException("no feed", e);
        }
    }

    String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = FEED.getBytes(UTF_8);
        try (exchange) {
            if (asked.getAndIncrement() % 2 == 0) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
