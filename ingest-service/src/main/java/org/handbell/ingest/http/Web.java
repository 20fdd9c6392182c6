package org.handbell.ingest.http;

/// Reads the public web, one address at a time. It blocks the caller, never throws for what a
/// server does, and never opens a connection to an address that its settings do not allow.
public interface Web {

    /// Fetches, following redirects; the outcome is a value.
    Reply get(Query query);
}
