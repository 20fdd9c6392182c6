package org.handbell.cases.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.handbell.contract.KeyedHash;

/// The key of the hidden part of the register: it hashes names for the analysis, and encrypts them
/// at rest. Each use has a key of its own, derived from the one in the file.
final class RegisterKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;
    private final SecureRandom chance;

    private RegisterKey(byte[] key, SecureRandom chance) {
        this.key = key;
        this.chance = chance;
    }

    /// @throws IllegalStateException saying what to do where there is no usable key
    static RegisterKey read(Path file, SecureRandom chance) {
        try {
            var key = file.toString().isBlank() ? new byte[0] : Files.readAllBytes(file);
            if (key.length < KeyedHash.MIN_KEY_BYTES) {
                throw new IllegalStateException(
                        "handbell.hash-key-file: name a file of at least 32 random bytes, the same"
                                + " one for case and analysis");
            }
            return new RegisterKey(key, chance);
        } catch (IOException e) {
            throw new UncheckedIOException("handbell.hash-key-file: cannot be read", e);
        }
    }

    KeyedHash hash() {
        return new KeyedHash(key);
    }

    /// A keyed fingerprint, to see whether something changed without opening it.
    String fingerprint(String text) {
        return HexFormat.of().formatHex(mac(derived("register fingerprint"), utf8(text)));
    }

    /// @param id of the entry; what was sealed for one does not open as another
    byte[] seal(String id, String text) {
        var nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id, utf8(text));
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    String open(String id, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, id, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String id, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var aes = new SecretKeySpec(derived("register at rest"), "AES");
            cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(utf8(id));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "register entry " + id + ": not sealed with the key of this file", e);
        }
    }

    private byte[] derived(String use) {
        return mac(key, utf8("handbell " + use));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
