package org.handbell.endtoend.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A visitor who keeps cookies and follows redirects.
final class Pages {

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(new LocalCookies(), CookiePolicy.ACCEPT_ALL))
                    .followRedirects(Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    HttpResponse<String> get(int port, String path) {
        return send(HttpRequest.newBuilder(at(port, path)));
    }

    HttpResponse<String> submit(URI address, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    static URI at(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Browsers take this machine as safe and send it cookies that are marked secure also without
    /// TLS; Java does not.
    private static final class LocalCookies implements CookieStore {

        private final CookieStore kept = new CookieManager().getCookieStore();

        @Override
        public void add(URI uri, HttpCookie cookie) {
            cookie.setSecure(false);
            kept.add(uri, cookie);
        }

        @Override
        public List<HttpCookie> get(URI uri) {
            return kept.get(uri);
        }

        @Override
        public List<HttpCookie> getCookies() {
            return kept.getCookies();
        }

        @Override
        public List<URI> getURIs() {
            return kept.getURIs();
        }

        @Override
        public boolean remove(URI uri, HttpCookie cookie) {
            return kept.remove(uri, cookie);
        }

        @Override
        public boolean removeAll() {
            return kept.removeAll();
        }
    }
}
