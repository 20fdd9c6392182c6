package org.handbell.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Derived ids. A post's id is its platform URI; everything after it is computed from what came
/// before, so a crash, a replay or a second instance makes the same id again.
public final class Ids {

    private Ids() {}

    /// One observed state of a post: the post and the hash of what it said.
    public static String observation(String postId, String contentHash) {
        return derive("observation", postId, contentHash);
    }

    /// One claim: this observation, this clause, judged by this policy pack.
    public static String finding(String observationId, String clause, String packId) {
        return derive("finding", observationId, clause, packId);
    }

    /// One alert: a case reached this severity step.
    public static String alert(String caseId, Severity step) {
        return derive("alert", caseId, step.name());
    }

    /// One message: this alert to this person by this channel.
    public static String delivery(String alertId, String personId, Channel channel) {
        return derive("delivery", alertId, personId, channel.name());
    }

    /// SHA-256 over the parts with a separator that cannot occur in them, first 128 bits as hex.
    public static String derive(String kind, String... parts) {
        var digest = sha256();
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        for (var part : parts) {
            digest.update((byte) 0);
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
