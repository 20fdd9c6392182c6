package org.handbell.ingest.source.youtube;

import java.util.Optional;
import java.util.regex.Pattern;

/// A channel as the register names it.
///
/// @param parameter of the question that finds it: `id` or `forHandle`
record YoutubeAddress(String parameter, String value) {

    private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final Pattern HANDLE = Pattern.compile("@[A-Za-z0-9._-]{3,30}");
    private static final Pattern PAGE =
            Pattern.compile("(?i)https?://(?:www\\.|m\\.)?youtube\\.com/(?:channel/)?([^/?#]+)/?");

    /// Reads the id of a channel, a handle with its @, or the address of a channel's page.
    static Optional<YoutubeAddress> of(String address) {
        var text = address.strip();
        var page = PAGE.matcher(text);
        var name = page.matches() ? page.group(1) : text;
        if (CHANNEL.matcher(name).matches()) {
            return Optional.of(new YoutubeAddress("id", name));
        }
        return HANDLE.matcher(name).matches()
                ? Optional.of(new YoutubeAddress("forHandle", name))
                : Optional.empty();
    }
}
