package org.handbell.ingest.source.instagram;

import java.util.Optional;
import java.util.regex.Pattern;

/// What an address on Instagram names.
///
/// @param key the number of a professional account that the token stands for, or the name of any
record InstagramAddress(String key) {

    private static final Pattern WEB =
            Pattern.compile(
                    "(?i)https?://(?:www\\.)?instagram\\.com/([A-Za-z0-9._]{1,30})/?(?:[?#].*)?",
                    Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("@?([A-Za-z0-9._]{1,30})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{10,25}");

    /// Reads a number, `name`, `@name`, or the address of a profile.
    static Optional<InstagramAddress> of(String address) {
        var web = WEB.matcher(address.strip());
        var name = NAME.matcher(address.strip());
        if (web.matches()) {
            return Optional.of(new InstagramAddress(web.group(1)));
        }
        return name.matches() ? Optional.of(new InstagramAddress(name.group(1))) : Optional.empty();
    }

    /// Whether it is an own account.
    boolean isNumber() {
        return NUMBER.matcher(key).matches();
    }
}
