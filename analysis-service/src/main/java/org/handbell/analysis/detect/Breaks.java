package org.handbell.analysis.detect;

import java.util.List;
import org.handbell.analysis.text.Token;

/// Where a name cannot go on from one word to the next: at the end of a sentence, and at signs that
/// part words.
final class Breaks {

    private static final String SIGNS = ",;:!?|\n\u2014\u2013=";

    private Breaks() {}

    /// Whether a name cannot go on from the word before.
    static boolean before(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.sentence() != tokens.get(at - 1).sentence()
                || !token.gap().equals(" ") && in(token.gap());
    }

    private static boolean in(String gap) {
        for (var at = 0; at < gap.length(); at++) {
            var c = gap.charAt(at);
            if (SIGNS.indexOf(c) >= 0 || c == '-' && blank(gap, at - 1) && blank(gap, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(String gap, int at) {
        return at >= 0
                && at < gap.length()
                && (gap.charAt(at) == ' ' || gap.charAt(at) >= '\t' && gap.charAt(at) <= '\r');
    }
}
