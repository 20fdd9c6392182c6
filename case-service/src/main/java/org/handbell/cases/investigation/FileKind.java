package org.handbell.cases.investigation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a file may be. Its content says which it is; its name is not believed.
public enum FileKind {
    PDF("PDF", "application/pdf", ".pdf"),
    PNG("PNG picture", "image/png", ".png"),
    JPEG("JPEG picture", "image/jpeg", ".jpg"),
    TEXT("plain text", "text/plain;charset=UTF-8", ".txt");

    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String words;
    private final String mediaType;
    private final String ending;

    FileKind(String words, String mediaType, String ending) {
        this.words = words;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String words() {
        return words;
    }

    String mediaType() {
        return mediaType;
    }

    /// Of a file's name, with its dot.
    String ending() {
        return ending;
    }

    /// Empty where it is none of them.
    static Optional<FileKind> of(byte[] content) {
        if (starts(content, PDF_START)) {
            return Optional.of(PDF);
        }
        if (starts(content, PNG_START)) {
            return Optional.of(PNG);
        }
        if (starts(content, JPEG_START)) {
            return Optional.of(JPEG);
        }
        return text(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean starts(byte[] content, byte[] with) {
        return content.length >= with.length
                && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }

    /// UTF-8 without control characters but for tab and line ends.
    private static boolean text(byte[] content) {
        for (var b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return content.length > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
