package org.handbell.endtoend.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Blogs of an invented teacher, each with its feed; every entry names a pupil, so every one is a
/// case.
final class Feeds implements AutoCloseable {

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final List<List<Entry>> entries = new ArrayList<>();
    private final HttpServer server;

    Feeds(int accounts) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        for (var account = 0; account < accounts; account++) {
            var number = account;
            entries.add(new CopyOnWriteArrayList<>());
            server.createContext("/" + number + ".xml", exchange -> answer(exchange, number));
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address(int account) {
        return "http://127.0.0.1:" + port() + "/" + account + ".xml";
    }

    /// Adds an entry to a blog.
    void post(int account, int number) {
        entries.get(account).add(new Entry(number, Instant.now()));
    }

    private void answer(HttpExchange exchange, int account) throws IOException {
        var items = new StringBuilder();
        entries.get(account).reversed().forEach(entry -> items.append(entry.xml(account)));
        var feed =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Maps</title><link>%s</link>
                <description>Maps</description>%s</channel></rss>
                """
                        .formatted(address(account), items)
                        .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, feed.length);
        exchange.getResponseBody().write(feed);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Entry(int number, Instant at) {

        String xml(int account) {
            return """
            <item><title>Week %d</title><link>http://maps.example/%d/%d</link><guid>%d-%d</guid>
            <pubDate>%s</pubDate>
            <description>So proud of Peregrine Larkspur in 8F, bottom of the class no longer in week %d!</description>
            </item>
            """
                    .formatted(
                            number, account, number, account, number, RFC_1123.format(at), number);
        }
    }
}
