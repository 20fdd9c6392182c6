package org.handbell.analysis.detect;

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

    private static final Set<String> STREET_WORDS = Set.copyOf(STREETS);

    private final Reading reading;
    private final String text;

    Clues(Reading reading) {
        this.reading = reading;
        this.text = reading.original();
    }

    boolean mail() {
        return text.indexOf('@') >= 0;
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

    boolean street() {
        var ascii = text.chars().allMatch(c -> c < 0x80);
        for (var token : reading.tokens()) {
            if (STREET_WORDS.contains(token.text()) || !plain(token, ascii) && street(token)) {
                return true;
            }
        }
        return false;
    }

    /// Two letters after a digit, and a digit after a letter.
    boolean postcode() {
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
    private static boolean plain(Token token, boolean ascii) {
        return ascii
                && token.text().length() == token.end() - token.start()
                && token.text().indexOf('@') < 0
                && token.text().indexOf('$') < 0;
    }

    private static boolean street(Token token) {
        return STREETS.stream().anyMatch(token.text()::startsWith);
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
