package org.handbell.standalone.web;

import java.util.Locale;
import java.util.Set;

/// Where a small server listens and by which names it is asked for.
///
/// @param bind address that it listens on
/// @param name host name that its own addresses are written with
/// @param port 0 takes a free one
public record Door(String bind, String name, int port) {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    public Door {
        if (!name.matches("[A-Za-z0-9.-]{1,253}")) {
            throw new IllegalArgumentException("the name \"" + name + "\" is no host name");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port " + port + " is not between 0 and 65535");
        }
    }

    /// For programs of this machine alone.
    public static Door loopback(int port) {
        return new Door("127.0.0.1", "127.0.0.1", port);
    }

    /// For a container: whoever runs it decides by what it publishes who can come in.
    public static Door container(String name, int port) {
        return new Door("0.0.0.0", name, port);
    }

    /// Whether a request that names this host, with or without a port, was meant for us.
    boolean answersTo(String hostHeader) {
        var host = hostHeader.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return LOCAL.contains(host) || host.equals(name.toLowerCase(Locale.ROOT));
    }
}
