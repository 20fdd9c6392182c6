package org.handbell.ingest.cursor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes fingerprints: who has the key can tell whether a post was seen before, and nobody can tell
/// from a fingerprint which post it was.
public final class FingerprintKey {

    /// Fewest bytes a key may have.
    public static final int MIN_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key at least {@value #MIN_BYTES} random bytes
    public FingerprintKey(byte[] key) {
        if (key.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "the fingerprint key has " + key.length + " bytes, at least 32 needed");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// Reads the key.
    ///
    /// @param create whether a missing file is made from `random`, readable by its owner only
    /// @throws IllegalStateException naming the setting, where the file is missing and may not be
    ///   made
    public static FingerprintKey read(Path file, boolean create, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                make(file, create, random);
            }
            return new FingerprintKey(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not read handbell.ingest.fingerprint-key-file", e);
        }
    }

    /// The first 64 bits of the keyed hash of a value; a value of another kind has another one.
    public long of(String kind, String value) {
        return ByteBuffer.wrap(hash(kind, value)).getLong();
    }

    /// The whole keyed hash of a value, in hex; a value of another kind has another one.
    public String seal(String kind, String value) {
        return HexFormat.of().formatHex(hash(kind, value));
    }

    private byte[] hash(String kind, String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(value.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void make(Path file, boolean create, SecureRandom random) throws IOException {
        if (!create) {
            throw new IllegalStateException(
                    "handbell.ingest.fingerprint-key-file: "
                            + file
                            + " is missing (put 32 random bytes there, or set"
                            + " handbell.ingest.create-fingerprint-key to true)");
        }
        var bytes = new byte[MIN_BYTES];
        random.nextBytes(bytes);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
