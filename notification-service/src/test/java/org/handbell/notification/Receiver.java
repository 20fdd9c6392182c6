package org.handbell.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A web server of our own that keeps what is posted to it, and answers as it is told.
public final class Receiver implements AutoCloseable {

    /// What somebody posted, its header names in lower case.
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    /// What it answers.
    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final Function<Request, Answer> usual;

    private Receiver(HttpServer server, Function<Request, Answer> usual) {
        this.server = server;
        this.usual = usual;
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static Receiver plain(Function<Request, Answer> usual) {
        try {
            return new Receiver(HttpServer.create(address(), 50), usual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param store PKCS12, with its key
    public static Receiver overTls(Path store, String password) {
        try {
            var server = HttpsServer.create(address(), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(tls(store, password)));
            return new Receiver(server, _ -> Answer.of(200));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SSLContext tls(Path store, String password)
            throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(store.toFile(), password.toCharArray()),
                password.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// The next request is answered so, and not as usual.
    public void answerNext(Answer answer) {
        answers.add(answer);
    }

    /// From now on it answers as usual.
    public void forgetAnswers() {
        answers.clear();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Those whose path or body holds the text.
    public List<Request> with(String text) {
        return requests.stream()
                .filter(request -> request.path().contains(text) || request.body().contains(text))
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers =
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            e -> e.getKey().toLowerCase(Locale.ROOT),
                                            e -> e.getValue().getFirst()));
            var request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            headers,
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            requests.add(request);
            var told = answers.poll();
            answer(exchange, told == null ? usual.apply(request) : told);
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        var body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
