package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.ingest.source.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What JSON-LD leaves open: one value stands where a list of one might, and an id where the object
/// might. Names are read as all servers write them; other contexts are not resolved.
final class Ld {

    private Ld() {}

    /// The values of a field, whether it is a list, one value or absent.
    static List<JsonNode> all(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? List.copyOf(value.values()) : List.of(value);
    }

    /// The first object of a field; a missing node where there is none.
    static JsonNode first(JsonNode node, String field) {
        var all = all(node, field);
        return all.isEmpty() ? node.path(field) : all.getFirst();
    }

    /// The ids that a field names, by itself or within objects.
    static List<String> ids(JsonNode node, String field) {
        return all(node, field).stream().flatMap(value -> id(value).stream()).toList();
    }

    /// The id that a value is or has.
    static Optional<String> id(JsonNode value) {
        var id = value.isString() ? value.stringValue("") : Fields.textOrEmpty(value, "id");
        return id.isBlank() ? Optional.empty() : Optional.of(id);
    }

    static boolean is(JsonNode node, String... types) {
        var own = all(node, "type").stream().map(type -> type.stringValue("")).toList();
        return Stream.of(types).anyMatch(own::contains);
    }

    /// An address that a person can open: itself, or the `href` of a link, a page before others.
    static @Nullable String link(JsonNode node, String field) {
        var links = all(node, field);
        return links.stream()
                .filter(link -> Fields.textOrEmpty(link, "mediaType").startsWith("text/html"))
                .findFirst()
                .or(() -> links.stream().findFirst())
                .flatMap(link ->
                        link.isString()
                                ? Optional.of(link.stringValue(""))
                                : Optional.ofNullable(text(link, "href")))
                .filter(link -> web(link).isPresent())
                .orElse(null);
    }

    static Optional<URI> web(String address) {
        try {
            var uri = URI.create(address);
            var scheme = String.valueOf(uri.getScheme());
            return scheme.matches("(?i)https?") && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether two addresses are of one server.
    static boolean sameServer(String one, String other) {
        return web(one).flatMap(a ->
                        web(other).map(b -> a.getAuthority().equalsIgnoreCase(b.getAuthority())))
                .orElse(false);
    }
}
