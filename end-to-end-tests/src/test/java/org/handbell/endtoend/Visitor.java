package org.handbell.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without script: keeps cookies, follows redirects, sends the form of a page.
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_csrf)\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    /// The page at the end of all redirects.
    Page open(URI address) {
        return follow(HttpRequest.newBuilder(address).GET());
    }

    /// Sends the form of a page whose action matches.
    ///
    /// @param action a pattern for what follows `action="`
    Page send(Page page, String action, Map<String, String> fields) {
        var form = Pattern.compile("action=\"(" + action + ")\"").matcher(page.text());
        if (!form.find()) {
            throw new IllegalStateException(
                    "no such form at " + page.address() + ": " + page.text());
        }
        var all = new HashMap<>(fields);
        var hidden = HIDDEN.matcher(page.text());
        if (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        var to = page.address().resolve(form.group(1).replace("&amp;", "&"));
        return follow(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Http.encode(all))));
    }

    private Page follow(HttpRequest.Builder first) {
        var answer = exchange(first);
        for (var i = 0; i < MOST_REDIRECTS; i++) {
            var to = answer.headers().firstValue("Location");
            if (to.isEmpty()) {
                return new Page(answer.uri(), answer.statusCode(), answer.body());
            }
            answer = exchange(HttpRequest.newBuilder(answer.uri().resolve(to.get())).GET());
        }
        throw new IllegalStateException("redirects without end at " + answer.uri());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Both servers are on one host, whose ports share cookies.
    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /// @param address where it was found after all redirects
    record Page(URI address, int status, String text) {

        String path() {
            var query = address.getQuery();
            return address.getPath() + (query == null ? "" : "?" + query);
        }
    }
}
