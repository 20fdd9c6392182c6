package org.handbell.cases.signin;

import java.net.URI;
import java.util.Set;

/// Addresses of the large providers at which not only one organisation signs in.
final class Tenants {

    private static final Set<String> MICROSOFT =
            Set.of("login.microsoftonline.com", "login.microsoftonline.us", "sts.windows.net");
    private static final Set<String> ANYBODY = Set.of("common", "organizations", "consumers");

    private Tenants() {}

    static boolean ofManyOrganisations(String address) {
        if (address.isBlank()) {
            return false;
        }
        var uri = URI.create(address);
        var path = String.valueOf(uri.getPath()).split("/", -1);
        return MICROSOFT.contains(String.valueOf(uri.getHost()))
                && path.length > 1
                && ANYBODY.contains(path[1]);
    }

    static boolean isGoogle(String issuer) {
        return issuer.equals("https://accounts.google.com");
    }
}
