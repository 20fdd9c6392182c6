package org.handbell.ingest.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts together the addresses of questions.
public final class Addresses {

    private Addresses() {}

    /// @param base scheme, host and path, safe as they are
    /// @param query names and values as they are meant; they are encoded here, in the order of
    ///   names
    public static URI asking(String base, Map<String, String> query) {
        var asked =
                new TreeMap<>(query)
                        .entrySet().stream()
                                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&"));
        return URI.create(asked.isEmpty() ? base : base + "?" + asked);
    }

    /// A value that is safe in a path or a query.
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// An address without the slashes at its end, to which a path can be added.
    public static String bare(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
