package org.handbell.ingest.websub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A hub's signature over a push, as in `X-Hub-Signature: sha256=<hex>`. SHA-1 is taken as well:
/// large hubs know no other, and what it guards is a hint and no content.
///
/// @param algorithm as Java calls it
record Signature(String algorithm, byte[] bytes) {

    private static final Pattern HEADER =
            Pattern.compile("(?i)sha(1|256|384|512)=((?:[0-9a-f]{2}){20,64})");

    /// Empty where the header is no signature by a method that is known.
    static Optional<Signature> of(String header) {
        var matched = HEADER.matcher(header.strip());
        if (!matched.matches()) {
            return Optional.empty();
        }
        var hex = matched.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(
                new Signature("HmacSHA" + matched.group(1), HexFormat.of().parseHex(hex)));
    }

    /// Whether a body was signed with the secret. Nothing of the body is kept.
    ///
    /// @param most bytes that are read; a longer body counts as not signed
    boolean signs(InputStream body, long most, String secret) throws IOException {
        var mac = mac(secret);
        var buffer = new byte[8192];
        long left = most;
        int read;
        while ((read = body.read(buffer)) >= 0) {
            left -= read;
            if (left < 0) {
                return false;
            }
            mac.update(buffer, 0, read);
        }
        return MessageDigest.isEqual(mac.doFinal(), bytes);
    }

    private Mac mac(String secret) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
