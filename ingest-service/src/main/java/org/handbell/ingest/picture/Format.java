package org.handbell.ingest.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of files that are read, told by their first bytes: what a server says of a file is not
/// believed.
enum Format {
    JPEG(64_000_000),
    PNG(64_000_000),
    GIF(64_000_000),
    /// Its reader unpacks the whole picture before it makes it smaller.
    WEBP(8_000_000);

    private final int mostPixels;

    Format(int mostPixels) {
        this.mostPixels = mostPixels;
    }

    /// Most pixels that can be read within the memory that a picture may take.
    int mostPixels() {
        return mostPixels;
    }

    /// Empty where it is none of them.
    static Optional<Format> of(byte[] file) {
        if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        return starts(file, 0, "RIFF") && starts(file, 8, "WEBP")
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean starts(byte[] file, int at, String beginning) {
        var expected = beginning.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + expected.length
                && Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
    }
}
