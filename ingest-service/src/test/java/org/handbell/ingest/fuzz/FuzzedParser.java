package org.handbell.ingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Jazzer calls: one parser, or all in turn, as the first byte says.
public final class FuzzedParser {

    static final String PARSER = "handbell.fuzz.parser";

    static final String KEPT = "handbell.fuzz.kept";

    private static final @Nullable Parser ONE =
            System.getProperty(PARSER) == null ? null : Parser.valueOf(System.getProperty(PARSER));

    private FuzzedParser() {}

    /// Loads what is needed, which takes longer than any input may.
    public static void fuzzerInitialize() throws IOException {
        var kept = Path.of(Objects.requireNonNull(System.getProperty(KEPT)));
        try (var inputs = Files.list(kept)) {
            for (var input : inputs.toList()) {
                fuzzerTestOneInput(Files.readAllBytes(input));
            }
        }
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (ONE != null) {
            ONE.read(input);
        } else if (input.length > 0) {
            var all = Parser.values();
            all[Byte.toUnsignedInt(input[0]) % all.length].read(
                    Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
