package org.handbell.analysis.detect;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// The names by the last bits of their first letters.
    private static final List<List<String>> NAMES_BY_LETTER =
            IntStream.range(0, 32)
                    .mapToObj(bits ->
                            NAMES.stream().filter(name -> (name.charAt(0) & 31) == bits).toList())
                    .toList();

    /// The first two letters of all words that stand for digits.
    private static final BitSet STARTS = beginnings();

    /// Letters of the longest of those words.
    private static final int LONGEST = 7;

    private DigitWords() {}

    /// The digits of a word; none where it stands for none.
    static String at(List<Token> tokens, int at) {
        var text = tokens.get(at).text();
        if (!starts(text)) {
            return "";
        }
        if (text.equals("double") || text.equals("triple")) {
            var next = at + 1 < tokens.size() ? WHOLE.get(tokens.get(at + 1).text()) : null;
            return next == null ? "" : next.repeat(text.equals("double") ? 1 : 2);
        }
        var whole = text.length() > LONGEST ? null : WHOLE.get(text);
        if (whole != null) {
            return whole;
        }
        return lookAlike(text)
                ? text.replace('o', '0').replace('i', '1').replace('l', '1')
                : spelt(text);
    }

    /// Whether a word starts as one that stands for digits; most do not, and it is quick.
    private static boolean starts(String text) {
        var first = text.charAt(0);
        if (digit(first) || text.length() == 1) {
            return digit(first) || first == 'o';
        }
        var second = text.charAt(1);
        return first < 0x80 && second < 0x80 && STARTS.get(start(first, second));
    }

    private static int start(char first, char second) {
        return first << 7 | second;
    }

    private static BitSet beginnings() {
        var starts = new BitSet();
        Stream.concat(NAMES.stream(), Stream.of("oh", "hundred", "double", "triple"))
                .forEach(name -> starts.set(start(name.charAt(0), name.charAt(1))));
        for (var first : "oil".toCharArray()) {
            for (var second : "oil0123456789".toCharArray()) {
                starts.set(start(first, second));
            }
        }
        return starts;
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
        for (var name : NAMES_BY_LETTER.get(text.charAt(at) & 31)) {
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
