package org.handbell.ingest.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides which servers may be spoken to. A name is judged by the addresses it stands for at the
/// moment of connecting, so that a name which changes its mind in between gains nothing.
final class Destinations {

    private final Set<String> allowedPrivate;

    Destinations(Collection<String> allowedPrivate) {
        this.allowedPrivate =
                allowedPrivate.stream()
                        .map(a -> a.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Why the address may not be asked at all, before any name is looked up; empty where it may.
    Optional<String> objection(URI uri) {
        var scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return Optional.of("only http and https addresses are read");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("the address names no host");
        }
        return uri.getUserInfo() == null
                ? Optional.empty()
                : Optional.of("an address with a user name or password in it is not read");
    }

    /// Whether the server is named in the settings though it may be private.
    boolean isAllowedPrivate(URI uri) {
        return allowedPrivate.contains(key(uri));
    }

    /// The addresses of a host that may be connected to; empty where all are private.
    List<InetAddress> reachable(String host, int port) throws UnknownHostException {
        return permitted(host, port, InetAddress.getAllByName(bare(host)));
    }

    /// Of the given addresses of a host, those that may be connected to.
    List<InetAddress> permitted(String host, int port, InetAddress... addresses) {
        if (allowedPrivate.contains(key(host, port))) {
            return List.of(addresses);
        }
        return Stream.of(addresses).filter(PublicAddress::is).toList();
    }

    /// `host:port` in lower case; the port of the scheme where the address names none.
    static String key(URI uri) {
        return key(hostOf(uri), port(uri));
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    static String hostOf(URI uri) {
        return bare(uri.getHost());
    }

    private static String key(String host, int port) {
        return bare(host).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String bare(@Nullable String host) {
        if (host == null) {
            return "";
        }
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
