package org.handbell.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A file with a key: that it is there, long enough, and for its owner alone. It is never read.
///
/// @param shortest in bytes
record SecretFile(Path file, long shortest) implements Check {

    @Override
    public List<Diagnosis> look() {
        try {
            if (!Files.exists(file)) {
                return List.of(
                        Diagnosis.ill(
                                "the key %s is missing".formatted(file),
                                "ops/make-secrets makes it; where it was lost, take it from the safe, since nothing that was sealed with it can be read with another"));
            }
            if (Files.size(file) < shortest) {
                return List.of(
                        Diagnosis.ill(
                                "the key %s is shorter than %d bytes".formatted(file, shortest),
                                "head -c 32 /dev/urandom > %s, before anything was sealed with it"
                                        .formatted(file)));
            }
            return List.of(mode());
        } catch (IOException e) {
            return List.of(
                    Diagnosis.look("the key %s cannot be looked at from here".formatted(file), ""));
        }
    }

    private Diagnosis mode() throws IOException {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        return mode.endsWith("---") && mode.charAt(5) != 'x' && mode.charAt(4) != 'w'
                ? Diagnosis.well("the key %s is there (%s)".formatted(file, mode))
                : Diagnosis.look(
                        "the key %s can be used by others (%s)".formatted(file, mode),
                        "chmod 600 %s; or 640 with a group for the containers".formatted(file));
    }
}
