package org.handbell.standalone.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post before it is public.
///
/// @param pictures descriptions of its pictures
/// @param boosts id of the post it passes on; null for others
/// @param replyTo id of the post it answers; null for others
public record Draft(
        String account,
        String text,
        List<String> pictures,
        List<String> pollOptions,
        @Nullable String boosts,
        @Nullable String replyTo) {

    /// Longest text of a post here, in characters.
    public static final int LONGEST = 5000;

    public Draft {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "text has " + text.length() + " characters, at most " + LONGEST + " allowed");
        }
        pictures = List.copyOf(pictures);
        pollOptions = List.copyOf(pollOptions);
    }

    /// Nothing but words.
    public static Draft words(String account, String text) {
        return new Draft(account, text, List.of(), List.of(), null, null);
    }
}
