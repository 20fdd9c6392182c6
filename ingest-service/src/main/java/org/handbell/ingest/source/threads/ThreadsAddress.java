package org.handbell.ingest.source.threads;

import java.util.Optional;
import java.util.regex.Pattern;

/// What an address on Threads names.
///
/// @param key the number of an account that gave its token, or the name of any
record ThreadsAddress(String key) {

    private static final Pattern WEB =
            Pattern.compile(
                    "(?i)https?://(?:www\\.)?threads\\.(?:com|net)/@([A-Za-z0-9._]{1,30})/?"
                            + "(?:[?#].*)?",
                    Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("@?([A-Za-z0-9._]{1,30})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{10,25}");

    /// Reads a number, `name`, `@name`, or the address of a profile.
    static Optional<ThreadsAddress> of(String address) {
        var web = WEB.matcher(address.strip());
        var name = NAME.matcher(address.strip());
        if (web.matches()) {
            return Optional.of(new ThreadsAddress(web.group(1)));
        }
        return name.matches() ? Optional.of(new ThreadsAddress(name.group(1))) : Optional.empty();
    }

    /// Whether the account gave its own token.
    boolean isNumber() {
        return NUMBER.matcher(key).matches();
    }
}
