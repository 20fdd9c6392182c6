package org.handbell.cases.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// Reads the master key, or makes it where that is allowed.
final class MasterKey {

    private final Path keyFile;
    private final boolean createMissing;
    private final SecureRandom random;

    MasterKey(Path keyFile, boolean createMissing, SecureRandom random) {
        this.keyFile = keyFile;
        this.createMissing = createMissing;
        this.random = random;
    }

    /// @throws IllegalStateException naming the setting and what is wrong with the file
    byte[] read() {
        var file = keyFile.toAbsolutePath();
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            var key = Files.readAllBytes(file);
            if (key.length != Seal.KEY_BYTES) {
                throw new IllegalStateException(
                        "handbell.evidence.master-key-file %s has %d bytes, exactly %d needed"
                                .formatted(file, key.length, Seal.KEY_BYTES));
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "handbell.evidence.master-key-file " + file + " cannot be read or made", e);
        }
    }

    private void create(Path file) throws IOException {
        if (!createMissing) {
            throw new IllegalStateException(
                    "handbell.evidence.master-key-file "
                            + file
                            + " is missing; make it once with 32 random bytes and keep a copy, or set"
                            + " handbell.evidence.create-missing-key=true on a single machine");
        }
        var key = new byte[Seal.KEY_BYTES];
        random.nextBytes(key);
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, key, StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
