package org.handbell.ingest.http;

import java.net.URI;
import java.util.Map;

/// Sends a form, under the same bounds and manners as all that is read. It follows no redirect and
/// sends no token.
public interface Poster {

    Reply post(URI to, Map<String, String> form);
}
