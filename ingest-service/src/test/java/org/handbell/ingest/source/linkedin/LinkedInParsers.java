package org.handbell.ingest.source.linkedin;

import java.nio.charset.StandardCharsets;
import org.handbell.ingest.fuzz.Told;
import org.handbell.ingest.fuzz.ToldEntries;

/// The readers of pages, of members' events and of "little" text, as they are fuzzed.
public final class LinkedInParsers {

    private LinkedInParsers() {}

    /// @return whether it brought an item
    public static boolean entries(byte[] input) {
        return ToldEntries.of(input, new LinkedInEntries("urn:li:organization:7", true));
    }

    /// @return whether it brought an item
    public static boolean event(byte[] input) {
        return Told.ofJson(
                input,
                event -> {
                    LinkedInEvent.processed(event);
                    return LinkedInEvent.of(event).flatMap(LinkedInActivity::read);
                });
    }

    /// @return whether any words are left
    public static boolean little(byte[] input) {
        return !LittleText.plain(new String(input, StandardCharsets.UTF_8)).isEmpty();
    }
}
