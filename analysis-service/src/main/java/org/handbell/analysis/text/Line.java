package org.handbell.analysis.text;

import java.util.List;

/// The words of a field in one line, a space before, between and after: what phrases are looked for
/// in.
final class Line {

    private final char[] letters;
    private final int[] tokens;
    private final String text;

    private Line(char[] letters, int[] tokens) {
        this.letters = letters;
        this.tokens = tokens;
        this.text = new String(letters);
    }

    /// The words as written.
    static Line written(List<Token> tokens) {
        return of(tokens.stream().map(Token::text).toList());
    }

    /// The words behind a disguise, and those without any as written.
    static Line meant(List<Token> tokens) {
        return of(tokens.stream().map(Token::plain).toList());
    }

    private static Line of(List<String> words) {
        var length = 1;
        for (var word : words) {
            length += word.length() + 1;
        }
        var letters = new char[length];
        var tokens = new int[length];
        letters[0] = ' ';
        var at = 1;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var end = at + word.length();
            word.getChars(0, word.length(), letters, at);
            letters[end] = ' ';
            java.util.Arrays.fill(tokens, at, end + 1, i);
            at = end + 1;
        }
        return new Line(letters, tokens);
    }

    char[] letters() {
        return letters;
    }

    String text() {
        return text;
    }

    /// Index of the first token of a match; the space before a word belongs to none.
    int first(int begin) {
        return tokens[letters[begin] == ' ' ? begin + 1 : begin];
    }

    /// Index after the last token of a match.
    int afterLast(int begin, int end) {
        var first = letters[begin] == ' ' ? begin + 1 : begin;
        var last = letters[end - 1] == ' ' ? end - 2 : end - 1;
        return tokens[Math.max(first, last)] + 1;
    }
}
