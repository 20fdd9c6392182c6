package org.handbell.analysis.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.core.io.InputStreamSource;

/// A file of weights whose bytes were checked. Another file under the same name would judge people
/// by figures that nobody measured, so it is refused before it is opened.
///
/// @param name as its user calls it
/// @param sha256 of its bytes, hex in lower case
public record ModelFile(String name, String sha256) {

    /// Reads the file once and compares.
    ///
    /// @param expected SHA-256 as hex
    /// @throws InvalidModelException naming the file and the reason: missing, or another hash
    public static ModelFile check(String name, InputStreamSource file, String expected) {
        var wanted = expected.toLowerCase(Locale.ROOT);
        var actual = sha256(name, file);
        if (!actual.equals(wanted)) {
            throw new InvalidModelException(
                    "%s has the SHA-256 %s, not %s".formatted(name, actual, wanted));
        }
        return new ModelFile(name, actual);
    }

    private static String sha256(String name, InputStreamSource file) {
        var digest = digest();
        try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new InvalidModelException(name + " is missing or cannot be read");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
