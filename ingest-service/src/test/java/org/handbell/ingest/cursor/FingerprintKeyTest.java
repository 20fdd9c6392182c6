package org.handbell.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintKeyTest {

    @TempDir Path folder;

    @Test
    void aMissingKeyIsMadeOnceWhereThatIsAllowed() {
        var file = folder.resolve("keys/fingerprint.key");
        var made = FingerprintKey.read(file, true, new SecureRandom());
        var read = FingerprintKey.read(file, true, new SecureRandom());
        assertThat(read.of("post", "urn:1")).isEqualTo(made.of("post", "urn:1"));
        assertThat(file).isRegularFile().hasSize(FingerprintKey.MIN_BYTES);
    }

    @Test
    void aMissingKeyIsNamedWhereItMayNotBeMade() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        FingerprintKey.read(folder.resolve("none"), false, new SecureRandom()))
                .withMessageContaining("handbell.ingest.fingerprint-key-file");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FingerprintKey(new byte[31]));
    }

    @Test
    void anotherKeyAndAnotherKindGiveAnotherFingerprint() {
        var key = new FingerprintKey(new byte[32]);
        var other = new byte[32];
        other[0] = 1;
        assertThat(key.of("post", "urn:1")).isNotEqualTo(key.of("content", "urn:1"));
        assertThat(key.of("post", "urn:1"))
                .isNotEqualTo(new FingerprintKey(other).of("post", "urn:1"));
    }
}
