package org.handbell.ingest.source.bluesky;

import java.nio.charset.StandardCharsets;
import org.handbell.ingest.source.MalformedItemException;

/// The reader of the stream in both protocols, as it is fuzzed.
public final class JetstreamParser {

    private JetstreamParser() {}

    /// @return whether it is news of a record
    public static boolean message(byte[] input) {
        var message = new String(input, StandardCharsets.UTF_8);
        var news = false;
        for (var protocol : JetstreamProtocol.values()) {
            news |= isNews(protocol, message);
        }
        return news;
    }

    private static boolean isNews(JetstreamProtocol protocol, String message) {
        try {
            return protocol.read(message).isPresent();
        } catch (MalformedItemException e) {
            return false;
        }
    }
}
