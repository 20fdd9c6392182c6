package org.handbell.cases.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns the bytes of a file into text. Only UTF-8 is taken, with or without a mark at its
/// beginning; other encodings are told apart, so that the message can say what was saved.
final class FileText {

    private static final String HOW = " In the spreadsheet choose \"CSV UTF-8\" when you save it.";
    private static final int LOOKED_AT = 512;

    private FileText() {}

    /// The text; nothing, with a fault noted, where the bytes are none in UTF-8.
    static Optional<String> of(String file, byte[] bytes, Faults faults) {
        if (utf16(bytes)) {
            faults.add(file, 0, "", "is saved as UTF-16, and must be UTF-8." + HOW);
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes, bom(bytes), bytes.length - bom(bytes));
        var out = CharBuffer.allocate(bytes.length);
        var result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        if (result.isError()) {
            faults.add(
                    file,
                    line(bytes, in.position()),
                    "",
                    "has a letter that is no UTF-8: the file is saved as Latin-1 or Windows-1252."
                            + HOW);
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    private static int bom(byte[] bytes) {
        return bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /// By its mark, or by the zero bytes that plain letters have in it.
    private static boolean utf16(byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return true;
        }
        for (var i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int line(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
