package org.handbell.ingest.source.facebook;

import static org.handbell.ingest.source.Fields.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where an attachment leads. Facebook wraps addresses in one of its own, with marks that differ
/// each time; kept as they are they would look like an edit at each look.
final class FacebookLinks {

    private static final Pattern WRAPPED =
            Pattern.compile(
                    "(?i)https?://(?:l|lm)\\.facebook\\.com/l\\.php\\?(?:[^#]*&)?u=([^&#]+).*");

    private FacebookLinks() {}

    /// Empty where the attachment leads nowhere.
    static Optional<String> of(JsonNode attachment) {
        var plain = text(attachment, "unshimmed_url");
        return Optional.ofNullable(plain == null ? unwrapped(text(attachment, "url")) : plain)
                .map(FacebookLinks::unmarked)
                .filter(link -> link.matches("(?i)https?://\\S+"));
    }

    private static @Nullable String unwrapped(@Nullable String url) {
        if (url == null) {
            return null;
        }
        var wrapped = WRAPPED.matcher(url);
        return wrapped.matches() ? decoded(wrapped.group(1), url) : url;
    }

    private static String decoded(String encoded, String otherwise) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static String unmarked(String url) {
        return url.replaceAll("(?i)([?&])fbclid=[^&#]*&?", "$1").replaceFirst("[?&](?=#|$)", "");
    }
}
