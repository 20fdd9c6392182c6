package org.handbell.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handbell.contract.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the key of the hashed register lies.
///
/// @param hashKeyFile a file of at least 32 random bytes, the same in case and analysis
@ConfigurationProperties("handbell")
public record HashKeySettings(@Nullable Path hashKeyFile) {

    /// Reads the key.
    ///
    /// @throws IllegalStateException naming the setting, where the file is missing or too short
    public KeyedHash keyedHash() {
        if (hashKeyFile == null) {
            throw new IllegalStateException("handbell.hash-key-file is not set");
        }
        try {
            return new KeyedHash(Files.readAllBytes(hashKeyFile));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "handbell.hash-key-file cannot be read: " + hashKeyFile, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("handbell.hash-key-file: " + e.getMessage(), e);
        }
    }
}
