package org.handbell.analysis.detect;

import java.util.List;
import java.util.Map;
import org.handbell.analysis.text.Token;

/// The digits that words stand for: `07`, `o7`, `double two`, `oneninefour`.
final class DigitWords {

    private static final List<String> NAMES =
            List.of(
                    "zero", "nought", "one", "two", "three", "four", "five", "six", "seven",
                    "eight", "nine");
    private static final Map<String, String> WHOLE =
            Map.ofEntries(
                    Map.entry("oh", "0"),
                    Map.entry("o", "0"),
                    Map.entry("zero", "0"),
                    Map.entry("nought", "0"),
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("hundred", "00"));
    private static final String STARTS = "oildztnfseh";

    private static final int LONGEST_WHOLE = 7;

    private DigitWords() {}

    /// The digits of a word; none where it stands for none.
    static String at(List<Token> tokens, int at) {
        var text = tokens.get(at).text();
        var first = text.charAt(0);
        if (!digit(first) && STARTS.indexOf(first) < 0) {
            return "";
        }
        if (text.equals("double") || text.equals("triple")) {
            var next = at + 1 < tokens.size() ? WHOLE.get(tokens.get(at + 1).text()) : null;
            return next == null ? "" : next.repeat(text.equals("double") ? 1 : 2);
        }
        if (!digit(first) && text.length() <= LONGEST_WHOLE) {
            var whole = WHOLE.get(text);
            if (whole != null) {
                return whole;
            }
        }
        return lookAlike(text)
                ? text.replace('o', '0').replace('i', '1').replace('l', '1')
                : spelt(text);
    }

    /// Digits, and letters that look like them.
    private static boolean lookAlike(String text) {
        var digits = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (digit(c)) {
                digits++;
            } else if (c != 'o' && c != 'i' && c != 'l') {
                return false;
            }
        }
        return digits > 0;
    }

    /// Digits and their names, without a space between.
    private static String spelt(String text) {
        if (!digit(text.charAt(0)) && name(text, 0).isEmpty()) {
            return "";
        }
        var digits = new StringBuilder();
        for (var at = 0; at < text.length(); ) {
            if (digit(text.charAt(at))) {
                digits.append(text.charAt(at++));
            } else {
                var name = name(text, at);
                if (name.isEmpty()) {
                    return "";
                }
                digits.append(WHOLE.get(name));
                at += name.length();
            }
        }
        return digits.toString();
    }

    private static String name(String text, int at) {
        for (var name : NAMES) {
            if (text.startsWith(name, at)) {
                return name;
            }
        }
        return "";
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
