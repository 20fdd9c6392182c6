package org.handbell.analysis.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Digits that stand for letters inside a word: `l4rch`, `p0rn`.
final class Disguise {

    private static final String FROM = "0134578@$";
    private static final String TO = "oieastbas";

    private static final Pattern BESIDE = Pattern.compile("\\d{1,2}\\p{L}{1,2}|\\p{L}{1,5}\\d+s?");

    private Disguise() {}

    /// The word behind; null where the token is no word in disguise: a number, a class, a year, a
    /// size.
    static @Nullable String behind(String token) {
        if (plain(token)) {
            return null;
        }
        var letters = letters(token);
        if (letters < 2 || letters == token.length() || leadingOrTrailing(token)) {
            return null;
        }
        var word = new StringBuilder(token);
        for (var at = 0; at < word.length(); at++) {
            var known = FROM.indexOf(word.charAt(at));
            if (known >= 0) {
                word.setCharAt(at, TO.charAt(known));
            }
        }
        return letters(word) == word.length() ? word.toString() : null;
    }

    /// `9b`, `y11s`, `u18s`, `mp3`: digits beside the letters, not among them. A digit that starts
    /// a longer word (`0fsted`) or stands inside (`l4rch`) is a disguise.
    private static boolean leadingOrTrailing(String token) {
        return BESIDE.matcher(token).matches();
    }

    /// Whether all its letters are plain ones, as in nearly every word.
    private static boolean plain(String token) {
        for (var at = 0; at < token.length(); at++) {
            if (token.charAt(at) < 'a' || token.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static int letters(CharSequence text) {
        var letters = 0;
        for (var at = 0; at < text.length(); at++) {
            letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
        }
        return letters;
    }
}
