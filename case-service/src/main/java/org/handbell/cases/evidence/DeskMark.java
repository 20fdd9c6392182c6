package org.handbell.cases.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A mark that only who has the master key can make: it shows that the desk itself wrote something,
/// and not somebody who can write into the database.
public final class DeskMark {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    DeskMark(byte[] masterKey) {
        this.key = masterKey.clone();
    }

    /// @param use what it is for: marks of one use are no good for another
    /// @return 32 bytes
    public byte[] of(String use, byte[] text) {
        return mac(mac(key, ("handbell " + use).getBytes(StandardCharsets.UTF_8)), text);
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
