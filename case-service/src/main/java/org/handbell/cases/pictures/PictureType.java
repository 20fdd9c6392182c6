package org.handbell.cases.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of picture that are kept, told by their first bytes: what a server calls a file is no
/// proof.
enum PictureType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String contentType;

    PictureType(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    static Optional<PictureType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
            case PNG -> has(bytes, 0, "\u0089PNG\r\n\u001a\n");
            case GIF -> has(bytes, 0, "GIF8");
            case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
        };
    }

    private static boolean has(byte[] bytes, int at, String signature) {
        var wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
