package org.handbell.ingest.publish;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Cuts texts to their bounds, between characters and never within one.
final class Cut {

    private Cut() {}

    /// The beginning of a text, at most so many UTF-16 characters.
    static String toCharacters(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /// The beginning of a text, at most so many bytes of UTF-8.
    static String toBytes(String text, int most) {
        if (text.length() <= most / 3) {
            return text;
        }
        var characters = CharBuffer.wrap(text);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(characters, ByteBuffer.allocate(most), true);
        return text.substring(0, characters.position());
    }
}
