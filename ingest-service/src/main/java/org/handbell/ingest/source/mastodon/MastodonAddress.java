package org.handbell.ingest.source.mastodon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where an account lives.
///
/// @param server scheme, host and port of its home server, without a path
/// @param name its name there
record MastodonAddress(String server, String name) {

    private static final Pattern HANDLE =
            Pattern.compile("@?([A-Za-z0-9_.-]+)@([A-Za-z0-9.-]+(?::[0-9]{1,5})?)");
    private static final Pattern PROFILE =
            Pattern.compile(
                    "(?i)(https?://[^/@\\s]+)/(?:@|users/|u/)?([A-Za-z0-9_.-]+)/?",
                    Pattern.CASE_INSENSITIVE);

    /// Reads `@name@host` or the address of a profile, such as `https://host/@name`.
    static Optional<MastodonAddress> of(String address) {
        var handle = HANDLE.matcher(address.strip());
        if (handle.matches()) {
            return Optional.of(new MastodonAddress("https://" + handle.group(2), handle.group(1)));
        }
        var profile = PROFILE.matcher(address.strip());
        return profile.matches()
                ? Optional.of(new MastodonAddress(profile.group(1), profile.group(2)))
                : Optional.empty();
    }

    /// An address of the server's API.
    ///
    /// @param path without its leading slash; safe as it is
    URI api(String path, Map<String, String> query) {
        var asked =
                new TreeMap<>(query)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&"));
        return URI.create(server + "/api/v1/" + path + (asked.isEmpty() ? "" : "?" + asked));
    }

    /// Whether an address is one of the same server.
    boolean isHome(URI uri) {
        var home = URI.create(server);
        return home.getAuthority().equalsIgnoreCase(uri.getAuthority());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
