package org.handbell.cases.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// One thing that somebody did or read.
///
/// @param number 1, 2, 3 … without a gap
/// @param at in UTC, to the microsecond
public record AuditEntry(
        long number, Instant at, String actor, String action, String subject, String detail) {

    /// SHA-256 over the hash of the entry before and this entry. Each field comes with its length,
    /// so that no text can pass for another division into fields.
    byte[] chainedTo(byte[] previous) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        for (var field : new String[] {at.toString(), actor, action, subject, detail}) {
            var bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
