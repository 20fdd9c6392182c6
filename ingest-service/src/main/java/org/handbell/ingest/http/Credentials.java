package org.handbell.ingest.http;

import java.net.URI;

/// Whether a server can be asked as somebody it knows. The tokens themselves stay behind this
/// package.
public interface Credentials {

    /// Whether a question to this address would travel with a token.
    boolean heldFor(URI address);
}
