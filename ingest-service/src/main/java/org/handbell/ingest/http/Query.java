package org.handbell.ingest.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is asked of a server: an address and a few request headers.
///
/// @param form what is sent along, encoded as a form; null where nothing is
/// @param account whom it is asked about, as the operator's tokens name them; null where it is the
///   same for all
public record Query(
        URI uri, Map<String, String> headers, @Nullable String form, @Nullable String account) {

    public Query {
        headers = Map.copyOf(headers);
    }

    public Query(URI uri, Map<String, String> headers) {
        this(uri, headers, null, null);
    }

    public static Query of(URI uri) {
        return new Query(uri, Map.of());
    }

    /// Sends a form.
    static Query posting(URI uri, Map<String, String> form) {
        var encoded =
                form.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return new Query(uri, Map.of(), encoded, null);
    }

    /// Asks for JSON.
    public static Query json(URI uri) {
        return of(uri).accepting("application/json");
    }

    public Query accepting(String types) {
        return with("Accept", types);
    }

    /// Asks only for what has changed; null where the server gave no such mark.
    public Query unlessUnchanged(@Nullable String etag, @Nullable String lastModified) {
        return with("If-None-Match", etag).with("If-Modified-Since", lastModified);
    }

    /// The same question, with the token of this account where there is one.
    public Query about(String someone) {
        return new Query(uri, headers, form, someone);
    }

    /// The same question, asked at another address.
    Query at(URI other) {
        return new Query(other, headers, form, account);
    }

    /// Names nothing: an address may be a person, and it or a header may hold a token.
    @Override
    public String toString() {
        return "Query";
    }

    /// With a header more; null where there is none to send.
    Query with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Query(uri, more, form, account);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
