package org.handbell.analysis.detect;

import java.util.List;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;

/// Some words in a row.
///
/// @param from index of the first
/// @param to index after the last
record Window(Reading reading, int from, int to) {

    List<Token> tokens() {
        return reading.tokens().subList(from, to);
    }

    Token first() {
        return reading.tokens().get(from);
    }

    Token last() {
        return reading.tokens().get(to - 1);
    }

    boolean single() {
        return to - from == 1;
    }

    /// Whether all its words are written as names are.
    boolean capital() {
        return tokens().stream().allMatch(t -> t.capital() || !letters(t));
    }

    /// Whether a digit stands in any of its words.
    boolean numbered() {
        return tokens().stream()
                .anyMatch(t -> t.text().chars().anyMatch(c -> c >= '0' && c <= '9'));
    }

    /// Whether no word belongs to both.
    boolean apart(Window other) {
        return to <= other.from || other.to <= from;
    }

    /// How many words stand between two that are apart.
    int distance(Window other) {
        return Math.max(0, from < other.from ? other.from - to : from - other.to);
    }

    private static boolean letters(Token token) {
        return Character.isLetter(token.text().codePointAt(0));
    }
}
