package org.handbell.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/// The trust of the demonstration, written for the addresses of this run.
final class InventedTrust {

    private static final String WRITTEN = "/standalone/trust.json";

    private InventedTrust() {}

    /// @param platform address of the local platform without a slash at its end
    /// @return the file that the case service imports
    static Path write(DataFolder data, String platform) {
        try (var in = InventedTrust.class.getResourceAsStream(WRITTEN)) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return data.write(
                    "trust.json",
                    text.replace("${platform}", platform)
                            .replace("${collectFrom}", data.firstDay().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + WRITTEN, e);
        }
    }
}
