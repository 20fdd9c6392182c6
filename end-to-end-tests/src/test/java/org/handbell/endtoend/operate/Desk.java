package org.handbell.endtoend.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.endtoend.Http;

/// The console as a person of the invented trust uses it: pages are read, forms are sent.
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CASE = Pattern.compile("href=\"(/cases/[^\"#?]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(_csrf|version)\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(Redirect.NORMAL)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI base;

    private Desk(URI base) {
        this.base = base;
    }

    /// Takes a person's seat.
    static Desk of(String personId, int port) {
        var desk = new Desk(URI.create("http://localhost:" + port));
        desk.send("/sign-in", "/sign-in/as", Map.of("person", personId));
        return desk;
    }

    /// Paths of the cases that wait for this person.
    List<String> queue() {
        return CASE.matcher(page("/queue"))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    void read(String path) {
        page(path);
    }

    /// Whether the case could be taken on, which it cannot be twice.
    boolean acknowledge(String path) {
        if (!page(path).contains("/acknowledgement\"")) {
            return false;
        }
        send(path, path + "/acknowledgement", Map.of());
        return true;
    }

    void decide(String path, String outcome, String reason) {
        var words = "Looked at with the Head; the register says the same.";
        send(
                path,
                path + "/decision",
                Map.of("outcome", outcome, "reason", reason, "words", words));
    }

    private void send(String form, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        HIDDEN.matcher(page(form))
                .results()
                .forEach(match -> all.put(match.group(1), match.group(2)));
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Http.encode(all)));
        answer(request);
    }

    private String page(String path) {
        return answer(HttpRequest.newBuilder(base.resolve(path)));
    }

    private String answer(HttpRequest.Builder builder) {
        var request = builder.timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
