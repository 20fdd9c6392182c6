package org.handbell.ingest.http;

import java.io.IOException;

/// Stops a connection before its first packet; told to callers as [Reply.Forbidden].
final class ForbiddenAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    static final String RULE =
            "the address is private or reserved and not listed in"
                    + " handbell.ingest.http.allowed-private";

    ForbiddenAddressException() {
        super(RULE);
    }
}
