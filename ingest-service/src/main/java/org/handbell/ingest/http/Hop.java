package org.handbell.ingest.http;

/// One request and its answer, without redirects, retries or manners.
interface Hop extends AutoCloseable {

    Reply ask(Query query);

    @Override
    void close();
}
