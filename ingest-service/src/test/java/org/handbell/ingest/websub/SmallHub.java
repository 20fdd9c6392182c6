package org.handbell.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.handbell.ingest.source.UrlQuery;
import org.jspecify.annotations.Nullable;

/// A hub of our own that does what the standard asks: takes a subscription, asks the callback
/// whether it is meant, and signs what it pushes.
final class SmallHub implements AutoCloseable {

    private static final String CHALLENGE = "are-you-sure-7";

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<String, String> confirmed;

    private SmallHub(HttpServer server) {
        this.server = server;
    }

    static SmallHub start() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hub = new SmallHub(HttpServer.create(loopback, 0));
            hub.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            hub.server.createContext("/hub", hub::take);
            hub.server.start();
            return hub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hostPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + hostPort() + "/hub";
    }

    /// What subscribers asked for.
    List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    boolean isConfirmed() {
        return confirmed != null;
    }

    /// Pushes to the subscriber that has confirmed.
    ///
    /// @return the status that it answers
    int push(String content) throws IOException, InterruptedException {
        var subscription = java.util.Objects.requireNonNull(confirmed);
        return push(subscription, content, signature(subscription, content));
    }

    /// Pushes with a signature of another secret.
    int pushForged(String content) throws IOException, InterruptedException {
        var subscription = java.util.Objects.requireNonNull(confirmed);
        var forged = new HashMap<>(subscription);
        forged.put("hub.secret", "guessed");
        return push(subscription, content, signature(forged, content));
    }

    private int push(Map<String, String> subscription, String content, String signature)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(said(subscription, "hub.callback")))
                        .header("Content-Type", "application/atom+xml")
                        .header("X-Hub-Signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(content))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static String signature(Map<String, String> subscription, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = said(subscription, "hub.secret").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(form);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        try {
            verify(form);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void verify(Map<String, String> form) throws IOException, InterruptedException {
        var query =
                UrlQuery.of(
                        Map.of(
                                "hub.mode",
                                "subscribe",
                                "hub.topic",
                                said(form, "hub.topic"),
                                "hub.challenge",
                                CHALLENGE,
                                "hub.lease_seconds",
                                "86400"));
        var request =
                HttpRequest.newBuilder(URI.create(said(form, "hub.callback") + "?" + query))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().equals(CHALLENGE)) {
            confirmed = form;
        }
    }

    private static String said(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
