package org.handbell.ingest.source.rss;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Hubs.Hub;
import org.jspecify.annotations.Nullable;

/// Finds the hub that a feed names, in its headers or in itself.
final class NamedHub {

    private static final int LONGEST = 2000;
    private static final Pattern LINK =
            Pattern.compile("<([^<>]{1,2000})>((?:\\s*;\\s*[a-zA-Z*]+=(?:\"[^\"]*\"|[^\",;]*))*)");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel=(?:\"([^\"]*)\"|([^\",;\\s]*))", Pattern.CASE_INSENSITIVE);

    private NamedHub() {}

    /// Headers come first, as the standard has it. A feed that does not say what it calls itself is
    /// known by the address that it was read from.
    static Optional<Hub> of(Answered answered, FeedPage page) {
        var address = linked(answered, "hub").or(() -> web(answered, page.hub()));
        var topic = linked(answered, "self").or(() -> web(answered, page.self()));
        return address.map(hub -> new Hub(hub, topic.orElse(answered.uri())));
    }

    private static Optional<URI> linked(Answered answered, String rel) {
        for (var header : answered.headers().getOrDefault("link", List.of())) {
            var link = LINK.matcher(header);
            while (link.find()) {
                if (isOf(rel, link.group(2))) {
                    return web(answered, link.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(String wanted, String parameters) {
        var rel = REL.matcher(parameters);
        if (!rel.find()) {
            return false;
        }
        var rels = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return List.of(rels.strip().split("\\s+")).contains(wanted);
    }

    private static Optional<URI> web(Answered answered, @Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = answered.uri().resolve(address.strip());
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
