package org.handbell.ingest.publish;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stays of the address of a picture. Some platforms sign such addresses anew for each answer
/// and serve the same file from many hosts and in many sizes: there the file's name alone says
/// which picture it is, and anything more would look like an edit at each look.
final class LastingAddress {

    private static final Pattern SIGNED =
            Pattern.compile(
                    "(?i)https?://[a-z0-9.-]{0,200}\\.(?:fbcdn\\.net|cdninstagram\\.com)/"
                            + "(?:[^?#]*/)?([^/?#]+)(?:[?#].*)?",
                    Pattern.DOTALL);

    private LastingAddress() {}

    /// The file's name where the address is signed, else the address.
    static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        var signed = SIGNED.matcher(address);
        return signed.matches() ? signed.group(1) : address;
    }
}
