package org.handbell.ingest.source.facebook;

import java.util.regex.Pattern;

/// What an address on Facebook names.
sealed interface FacebookAddress {

    /// A Page.
    ///
    /// @param key its number, or its name
    record Page(String key) implements FacebookAddress {

        boolean isNumber() {
            return key.matches("[0-9]+");
        }
    }

    /// A group: closed to every interface.
    record Group() implements FacebookAddress {}

    /// A person's own profile, or what cannot be told from one.
    record Profile() implements FacebookAddress {}

    /// Something else.
    record Unreadable() implements FacebookAddress {}

    Pattern WEB =
            Pattern.compile(
                    "(?i)https?://(?:[a-z-]{1,10}\\.)?(?:facebook|fb)\\.com/([^?#]{0,300})([?#].*)?",
                    Pattern.DOTALL);
    Pattern KEY = Pattern.compile("[0-9]{3,25}|[A-Za-z0-9](?:[A-Za-z0-9.-]{1,78})[A-Za-z0-9]");

    /// The number at the end of `Oak-School-100000000000077`, as older and nameless Pages have it.
    Pattern NUMBERED =
            Pattern.compile(
                    "(?i)(?:pages/(?:category/[^/]{1,60}/)?[^/]{1,120}[-/]|(?:p/)?[^/]{1,120}-)"
                            + "([0-9]{8,25})");

    /// Reads the number of a Page, its name, or the address of its page on the web.
    static FacebookAddress of(String address) {
        var written = address.strip();
        var web = WEB.matcher(written);
        if (!web.matches()) {
            return key(written.replaceFirst("^@", ""));
        }
        var path = web.group(1).replaceFirst("/+$", "");
        if (path.matches("(?i)groups(/.*)?")) {
            return new Group();
        }
        if (path.matches("(?i)(profile\\.php|people/.*)")) {
            return new Profile();
        }
        var numbered = NUMBERED.matcher(path);
        return numbered.matches() ? new Page(numbered.group(1)) : key(path);
    }

    private static FacebookAddress key(String key) {
        return KEY.matcher(key).matches() ? new Page(key) : new Unreadable();
    }
}
