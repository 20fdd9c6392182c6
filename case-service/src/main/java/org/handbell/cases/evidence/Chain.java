package org.handbell.cases.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// How one entry is chained to the one before it.
final class Chain {

    /// What stands before the first entry.
    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] link(byte[] before, long seq, String kind, Instant at, byte[] saltedHash) {
        var digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array());
        return digest.digest(saltedHash);
    }

    static byte[] hash(byte[] salted) {
        return sha256().digest(salted);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
