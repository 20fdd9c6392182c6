package org.handbell.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir private Path folder = Path.of("");

    private MasterKey key(boolean create) {
        return new MasterKey(folder.resolve("keys/evidence.key"), create, new SecureRandom());
    }

    @Test
    void onOneMachineAMissingKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        var made = key(true).read();

        assertThat(made).hasSize(32);
        assertThat(key(true).read()).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/evidence.key"))).hasSize(2);
    }

    @Test
    void elsewhereAMissingKeyStopsTheStartAndNamesTheSetting() {
        assertThatThrownBy(() -> key(false).read())
                .hasMessageContaining("handbell.evidence.master-key-file")
                .hasMessageContaining("is missing");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        Files.write(folder.resolve("keys/evidence.key"), new byte[16]);

        assertThatThrownBy(() -> key(true).read()).hasMessageContaining("16 bytes, exactly 32");
    }
}
