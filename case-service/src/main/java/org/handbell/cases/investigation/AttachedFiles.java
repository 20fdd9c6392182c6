package org.handbell.cases.investigation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Reads a file that somebody adds: what it is, is seen from its content.
final class AttachedFiles {

    /// Largest file, in bytes.
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private AttachedFiles() {}

    static Step step(Answered in) {
        var file = in.file();
        if (file == null || file.content().length == 0) {
            in.answers().wrong("file", "Choose a file that is not empty.");
            return new Step.Attached("", FileKind.TEXT, 0, "");
        }
        if (file.content().length > MOST_BYTES) {
            in.answers().wrong("file", "The file is larger than 5 MB.");
        }
        var kind = FileKind.of(file.content());
        if (kind.isEmpty()) {
            in.answers()
                    .wrong(
                            "file",
                            "This is neither a PDF, a PNG or JPEG picture nor plain text, whatever"
                                    + " its name says.");
        }
        var known = kind.orElse(FileKind.TEXT);
        return new Step.Attached(
                name(file.name(), known), known, file.content().length, sha256(file.content()));
    }

    /// Without its path, without what a system could take for something else, and with the ending
    /// that its content has.
    static String name(String given, FileKind kind) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
        var dot = plain.lastIndexOf('.');
        var stem = dot > 0 ? plain.substring(0, dot) : plain;
        var shortened = stem.substring(0, Math.min(stem.length(), LONGEST_NAME)).strip();
        return (shortened.replaceAll("^\\.+", "").isEmpty() ? "file" : shortened)
                + kind.ending().toLowerCase(Locale.ROOT);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
