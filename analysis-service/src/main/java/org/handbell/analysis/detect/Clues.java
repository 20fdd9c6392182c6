package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;

/// What must stand in a field before a costly expression for a contact can match in it. Where a
/// clue is missing, so is the contact; where it is there, the expression decides.
final class Clues {

    /// Last words of a street's name.
    static final List<String> STREETS =
            List.of(
                    "street",
                    "road",
                    "lane",
                    "avenue",
                    "close",
                    "drive",
                    "terrace",
                    "row",
                    "way",
                    "court",
                    "crescent",
                    "place",
                    "gardens",
                    "grove",
                    "hill",
                    "mews",
                    "walk",
                    "path",
                    "bank",
                    "rise",
                    "green",
                    "square",
                    "view",
                    "gate",
                    "parade",
                    "croft",
                    "yard",
                    "wharf",
                    "st",
                    "rd",
                    "ave",
                    "ln",
                    "cres",
                    "house",
                    "villas",
                    "cottages");

    /// Networks on which one has a handle.
    static final List<String> CHANNELS =
            List.of(
                    "snap",
                    "snapchat",
                    "sc",
                    "insta",
                    "instagram",
                    "ig",
                    "whatsapp",
                    "kik",
                    "telegram",
                    "discord",
                    "tiktok",
                    "signal",
                    "steam",
                    "psn",
                    "xbox",
                    "gamertag");

    private static final Set<String> STREET_WORDS = new HashSet<>(STREETS);
    private static final BitSet SHAPES = shapes();
    private static final BitSet STARTS = starts();

    private final Reading reading;
    private final String text;
    private final boolean mail;
    private final boolean masked;
    private final boolean digits;
    private final List<Token> streets;

    Clues(Reading reading) {
        this.reading = reading;
        this.text = reading.original();
        this.mail = text.indexOf('@') >= 0;
        this.masked = mail || text.indexOf('$') >= 0;
        this.digits = digits(text);
        this.streets = streetWords();
    }

    boolean mail() {
        return mail;
    }

    boolean speltMail() {
        return reading.mentions("dot");
    }

    /// A network's name, and a word with a digit or sign between its letters. In a hashtag the name
    /// may be cut in two: `#WhatsApp`.
    boolean handle() {
        return signedWord()
                && (text.indexOf('#') >= 0 || CHANNELS.stream().anyMatch(reading::mentions));
    }

    private static boolean digits(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (digit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// Part of the text.
    record Stretch(int from, int to) {}

    /// All that can belong to the last word of a street's name: so many words before each, up to
    /// white space. Stretches that touch are one.
    List<Stretch> streets(int wordsBefore) {
        var stretches = new ArrayList<Stretch>();
        for (var token : streets) {
            var from = back(token.start(), wordsBefore);
            var touching = !stretches.isEmpty() && stretches.getLast().to() >= from;
            var start = touching ? stretches.removeLast().from() : from;
            stretches.add(new Stretch(Math.min(start, from), token.end()));
        }
        return stretches;
    }

    private List<Token> streetWords() {
        var words = new ArrayList<Token>();
        for (var token : reading.tokens()) {
            if (shaped(token.text()) && STREET_WORDS.contains(token.text())
                    || !plain(token) && street(token)) {
                words.add(token);
            }
        }
        return words;
    }

    private int back(int start, int words) {
        var at = start;
        for (var word = 0; word < words; word++) {
            while (at > 0 && blank(text.charAt(at - 1))) {
                at--;
            }
            while (at > 0 && !blank(text.charAt(at - 1))) {
                at--;
            }
        }
        return at;
    }

    boolean digit(Stretch stretch) {
        for (var at = stretch.from(); at < stretch.to(); at++) {
            if (digit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// Two letters after a digit, and a digit after a letter.
    boolean postcode() {
        if (!digits) {
            return false;
        }
        var inward = false;
        var outward = false;
        for (var at = 1; at < text.length(); at++) {
            if (letter(text.charAt(at))) {
                inward |= at > 1 && digit(text.charAt(at - 2)) && letter(text.charAt(at - 1));
            } else {
                outward |= digit(text.charAt(at)) && letter(text.charAt(at - 1));
            }
        }
        return inward && outward;
    }

    private boolean signedWord() {
        if (!digits && text.indexOf('_') < 0 && text.indexOf('#') < 0 && text.indexOf('.') < 0) {
            return false;
        }
        for (var at = 1; at + 1 < text.length(); at++) {
            var c = text.charAt(at);
            if ((digit(c) || c == '_' || c == '.' || c == '#')
                    && alphanumeric(text.charAt(at + 1))
                    && (alphanumeric(text.charAt(at - 1))
                            || "_.#".indexOf(text.charAt(at - 1)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word stands in the text as it is read, so that it ends there where it ends here.
    private boolean plain(Token token) {
        var word = token.text();
        if (word.length() != token.end() - token.start()) {
            return false;
        }
        if (reading.ascii() && !masked) {
            return true;
        }
        for (var at = 0; at < word.length(); at++) {
            if (!alphanumeric(word.charAt(at)) || text.charAt(token.start() + at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// Whether any street's last word has these letters at its ends; mostly not, and quick.
    private static boolean shaped(String word) {
        return SHAPES.get(shape(word));
    }

    private static int shape(String word) {
        return (word.charAt(0) & 31) << 5 | word.charAt(word.length() - 1) & 31;
    }

    private static BitSet shapes() {
        var shapes = new BitSet();
        STREETS.forEach(street -> shapes.set(shape(street)));
        return shapes;
    }

    private static BitSet starts() {
        var starts = new BitSet();
        STREETS.forEach(street -> starts.set(start(street)));
        return starts;
    }

    private static int start(String word) {
        return (word.charAt(0) & 31) << 5 | word.charAt(1) & 31;
    }

    private static boolean street(Token token) {
        if (token.text().length() < 2 || !STARTS.get(start(token.text()))) {
            return false;
        }
        for (var street : STREETS) {
            if (token.text().startsWith(street)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean alphanumeric(char c) {
        return digit(c) || letter(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
