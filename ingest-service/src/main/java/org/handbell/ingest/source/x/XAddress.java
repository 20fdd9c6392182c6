package org.handbell.ingest.source.x;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How an account is named in the register: by the number that X gave it, which never changes, or
/// by its handle, which may.
///
/// @param number empty where the handle is given
/// @param handle empty where the number is given
record XAddress(String number, String handle) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern HANDLE = Pattern.compile("@?([A-Za-z0-9_]{1,15})");
    private static final Pattern PROFILE =
            Pattern.compile(
                    "(?i)https?://(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/"
                            + "(?:i/user/([0-9]{1,20})|([A-Za-z0-9_]{1,15}))/?");

    /// Paths of X itself.
    private static final Set<String> NOBODY =
            Set.of("home", "search", "explore", "settings", "hashtag", "intent", "share", "i");

    /// Reads a number, a handle, or the address of a profile.
    static Optional<XAddress> of(String address) {
        var text = address.strip();
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new XAddress(text, ""));
        }
        var profile = PROFILE.matcher(text);
        if (profile.matches()) {
            var number = profile.group(1);
            return number == null ? named(profile.group(2)) : Optional.of(new XAddress(number, ""));
        }
        var handle = HANDLE.matcher(text);
        return handle.matches() ? named(handle.group(1)) : Optional.empty();
    }

    private static Optional<XAddress> named(String handle) {
        return NOBODY.contains(handle.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new XAddress("", handle));
    }
}
