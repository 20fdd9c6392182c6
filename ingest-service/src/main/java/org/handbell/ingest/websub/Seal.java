package org.handbell.ingest.websub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.handbell.ingest.cursor.FingerprintKey;

/// What ties a callback to an account and a topic. It is derived from the fingerprint key and kept
/// nowhere: after a restart the callbacks that hubs know still hold, and nobody can make up one.
record Seal(FingerprintKey key) {

    private static final int LENGTH = 32;

    /// The part of a callback's path that proves that it was given out for this topic.
    String of(String accountId, URI topic) {
        return key.seal("websub callback", accountId + " " + topic).substring(0, LENGTH);
    }

    boolean isOf(String accountId, URI topic, String seal) {
        return MessageDigest.isEqual(
                of(accountId, topic).getBytes(StandardCharsets.UTF_8),
                seal.getBytes(StandardCharsets.UTF_8));
    }

    /// What the hub signs with, for this callback alone.
    String secret(String accountId, String seal) {
        return key.seal("websub secret", accountId + " " + seal);
    }
}
