package org.handbell.operations.logging;

import java.util.regex.Pattern;

/// Takes out of a text what may lead to a person: web addresses, e-mail addresses, handles, and
/// lasting ids of accounts.
final class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://[^\\s\"'<>\\])}]+"
                            + "|\\bdid:[a-z]+:[\\w.:%-]+"
                            + "|@?[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+"
                            + "|(?<![\\p{L}\\p{N}@])@[\\p{L}\\p{N}_.-]+");

    private Addresses() {}

    static String masked(String text) {
        return ADDRESS.matcher(text).replaceAll("<address>");
    }
}
