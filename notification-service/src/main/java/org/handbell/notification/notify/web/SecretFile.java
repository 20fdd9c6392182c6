package org.handbell.notification.notify.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A secret in a file: a token, or an address that is one. Read once, at the start.
public final class SecretFile {

    private static final int LONGEST_BYTES = 4096;

    private SecretFile() {}

    /// The first line, without spaces around it.
    ///
    /// @param key the setting that names the file, for the error
    /// @throws IllegalStateException naming the setting, never the content
    public static String read(String key, Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST_BYTES), UTF_8).strip();
            var line = text.lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                throw new IllegalStateException(key + ": the file is empty");
            }
            return line;
        } catch (IOException e) {
            throw new IllegalStateException(key + ": the file cannot be read", e);
        }
    }
}
