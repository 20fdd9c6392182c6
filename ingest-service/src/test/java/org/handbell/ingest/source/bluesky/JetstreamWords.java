package org.handbell.ingest.source.bluesky;

import java.util.concurrent.atomic.AtomicLong;

/// What a Jetstream says, in the published form of either protocol. The words are a stub's.
final class JetstreamWords {

    private static final long MICROS = 1_795_000_000_000_000L;

    private final AtomicLong number = new AtomicLong(100);

    String commit(JetstreamProtocol protocol, String did, String collection, String operation) {
        long next = number.incrementAndGet();
        var form =
                protocol == JetstreamProtocol.LEGACY
                        ? """
                        {"did":"%s","time_us":%d,"kind":"commit","commit":{"rev":"3kabcdefghij2",
                         "operation":"%s","collection":"%s","rkey":"3kabcdefghij2"}}
                        """
                        : """
                        {"$type":"message","payload":{
                         "$type":"network.bsky.jetstream.subscribeEvents#commit","did":"%s","seq":%d,
                         "time":"2026-11-22T12:00:00.000000Z","rev":"3kabcdefghij2",
                         "operation":"%s","collection":"%s","rkey":"3kabcdefghij2"}}
                        """;
        var cursor = protocol == JetstreamProtocol.LEGACY ? MICROS + next : next;
        return form.formatted(did, cursor, operation, collection);
    }

    /// Where the stream is.
    long cursor(JetstreamProtocol protocol) {
        return protocol == JetstreamProtocol.LEGACY ? MICROS + number.get() : number.get();
    }
}
