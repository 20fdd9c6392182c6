package org.handbell.ingest.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// An access token and the way in which its server wants it. What a server answers is freed of the
/// token, since some repeat the question in what they say, such as the address of the next page.
final class Credential {

    /// What stands in an answer where the token stood.
    static final String REMOVED = "removed";

    /// Shorter ones would be found in words that are none.
    static final int SHORTEST_IN_ADDRESS = 8;

    private static final String BEARER = "bearer";

    private final String way;
    private final String name;
    private final String token;
    private final Set<String> spellings;

    private Credential(String way, String name, String token) {
        this.way = way;
        this.name = name;
        this.token = token;
        this.spellings = spellings(token);
    }

    /// @param sentAs `bearer`, `header:<Name>` or `query:<name>`
    /// @throws IllegalArgumentException where a token is too short to be sent in an address
    static Credential of(String sentAs, String token) {
        var parts = sentAs.split(":", 2);
        var way = parts[0].toLowerCase(Locale.ROOT);
        if (way.equals("query") && token.length() < SHORTEST_IN_ADDRESS) {
            throw new IllegalArgumentException(
                    "a token that is sent in the address has at least "
                            + SHORTEST_IN_ADDRESS
                            + " characters");
        }
        return new Credential(way, parts.length > 1 ? parts[1] : "", token);
    }

    /// The question with the token.
    Query on(Query question) {
        return switch (way) {
            case BEARER -> question.with("Authorization", "Bearer " + token);
            case "header" -> question.with(name, token);
            default -> question.at(signed(question.uri()));
        };
    }

    /// The answer without the token, as if it came from the address without it.
    Reply.Answered without(Reply.Answered answer, URI asked) {
        if (token.length() < SHORTEST_IN_ADDRESS) {
            return new Reply.Answered(asked, answer.status(), answer.headers(), answer.body());
        }
        return new Reply.Answered(
                asked, answer.status(), freed(answer.headers()), freed(answer.body()));
    }

    /// Any parameter of the same name gives way.
    private URI signed(URI uri) {
        var parameters = new ArrayList<String>();
        var query = uri.getRawQuery();
        for (var parameter : query == null ? new String[0] : query.split("&")) {
            if (!parameter.isEmpty() && !parameter.split("=", 2)[0].equals(name)) {
                parameters.add(parameter);
            }
        }
        parameters.add(name + "=" + encoded(token));
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create(
                uri.getScheme()
                        + "://"
                        + uri.getRawAuthority()
                        + path
                        + "?"
                        + String.join("&", parameters));
    }

    private Map<String, List<String>> freed(Map<String, List<String>> headers) {
        var freed = new TreeMap<String, List<String>>();
        headers.forEach(
                (header, values) -> freed.put(header, values.stream().map(this::freed).toList()));
        return freed;
    }

    /// Byte by byte, since a token is ASCII whatever the encoding of the rest.
    private Body freed(Body body) {
        var said = body.latin1();
        var freed = freed(said);
        return freed.equals(said) ? body : new Body(freed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String freed(String said) {
        var freed = said;
        for (var spelling : spellings) {
            freed = freed.replace(spelling, REMOVED);
        }
        return freed;
    }

    /// As it is, as in an address, and as in JSON that escapes slashes.
    private static Set<String> spellings(String token) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(token);
        spellings.add(encoded(token));
        spellings.add(lowerEscapes(encoded(token)));
        spellings.add(token.replace("/", "\\/"));
        return spellings;
    }

    private static String lowerEscapes(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    /// Names nothing.
    @Override
    public String toString() {
        return "Credential";
    }
}
