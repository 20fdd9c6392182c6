package org.handbell.ingest.websub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The reader of signatures, as it is fuzzed.
public final class SignatureParser {

    private static final byte[] BODY = "wren".getBytes(StandardCharsets.UTF_8);

    private SignatureParser() {}

    /// @return whether it is a signature, of whatever
    public static boolean signature(byte[] input) {
        var signature = Signature.of(new String(input, StandardCharsets.ISO_8859_1));
        signature.ifPresent(SignatureParser::compare);
        return signature.isPresent();
    }

    private static void compare(Signature signature) {
        try {
            if (signature.signs(new ByteArrayInputStream(BODY), BODY.length, "a secret")) {
                throw new IllegalStateException("signed without the secret");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
