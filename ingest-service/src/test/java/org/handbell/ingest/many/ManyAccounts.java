package org.handbell.ingest.many;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many blogs on a few local servers, each with an Atom feed that answers conditional requests (RFC
/// 9110) and a page for each post. Keeps the truth about every post, and who came when.
final class ManyAccounts implements AutoCloseable {

    private static final String FEED = "feed.xml";

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<Void>> news = new ConcurrentHashMap<>();
    private final Truth truth;

    /// @param hosts number of servers, each on a port of its own
    ManyAccounts(int hosts, int accounts, Clock clock) {
        truth = new Truth(clock);
        for (var i = 0; i < hosts; i++) {
            servers.add(serving(this::handle));
        }
        for (var i = 0; i < accounts; i++) {
            var base = "http://" + hostPorts().get(i % hosts) + "/" + i;
            feeds.add(new Feed(base, truth, clock));
        }
    }

    /// A look at a feed.
    ///
    /// @param nanoTime when, by `System.nanoTime`
    /// @param status what was answered
    /// @param bytes length of the body
    record Visit(int account, long nanoTime, int status, int bytes) {}

    List<String> hostPorts() {
        return servers.stream().map(s -> "127.0.0.1:" + s.getAddress().getPort()).toList();
    }

    Feed feed(int account) {
        return feeds.get(account);
    }

    /// The addresses of all feeds, in the order of the accounts.
    List<String> addresses() {
        return feeds.stream().map(Feed::address).toList();
    }

    Truth truth() {
        return truth;
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /// The looks at the feed of the account that the post is of: how many seconds ago, and what was
    /// answered.
    List<String> looks(String postId) {
        var account = Integer.parseInt(URI.create(postId).getPath().split("/", -1)[1]);
        var now = System.nanoTime();
        return visits.stream()
                .filter(visit -> visit.account() == account)
                .map(v -> TimeUnit.NANOSECONDS.toSeconds(now - v.nanoTime()) + ": " + v.status())
                .toList();
    }

    void forgetVisits() {
        visits.clear();
    }

    /// Completes when a reader next gets a feed that has changed.
    ///
    /// @param reader its User-Agent contains this
    CompletableFuture<Void> newsFor(String reader) {
        return Objects.requireNonNull(
                news.compute(
                        reader,
                        (_, open) ->
                                open == null || open.isDone() ? new CompletableFuture<>() : open));
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }

    private static HttpServer serving(com.sun.net.httpserver.HttpHandler handler) {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", -1);
            var account = Integer.parseInt(path[1]);
            if (path[2].equals(FEED)) {
                feed(exchange, account);
            } else {
                var there = feeds.get(account).has(Integer.parseInt(path[3]));
                exchange.sendResponseHeaders(there ? 200 : 404, -1);
            }
        }
    }

    private void feed(HttpExchange exchange, int account) throws IOException {
        var feed = feeds.get(account);
        var known = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (feed.mark().equals(known)) {
            visits.add(new Visit(account, System.nanoTime(), 304, 0));
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        var shown = feed.shown();
        var body = shown.xml().getBytes(StandardCharsets.UTF_8);
        visits.add(new Visit(account, System.nanoTime(), 200, body.length));
        exchange.getResponseHeaders().add("Content-Type", "application/atom+xml");
        exchange.getResponseHeaders().add("ETag", shown.mark());
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        tell(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
    }

    private void tell(String userAgent) {
        news.forEach((reader, waiting) -> {
            if (userAgent.contains(reader)) {
                waiting.complete(null);
            }
        });
    }

    /// The numbers of the accounts.
    Stream<Integer> accounts() {
        return IntStream.range(0, feeds.size()).boxed();
    }
}
