package org.handbell.notification.notify.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// An address that messages are posted to. Over TLS, except on this machine itself.
public final class WebAddress {

    private WebAddress() {}

    /// @param key the setting that it comes from, for the error
    /// @throws IllegalStateException naming the setting, never the address, which may be a secret
    public static URI of(String key, String text) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            // Its message would quote the address.
            throw new IllegalStateException(key + " is no web address");
        }
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalStateException(key + " is no web address");
        }
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && here(address.getHost()))) {
            throw new IllegalStateException(key + " must begin with https://");
        }
        return address;
    }

    private static boolean here(String host) {
        return host.equals("localhost")
                || host.equals(InetAddress.getLoopbackAddress().getHostAddress())
                || host.equals("[::1]");
    }
}
