package org.handbell.analysis.text;

import java.util.List;
import java.util.function.Function;

/// The words of a field in one line, a space before, between and after: what phrases are looked for
/// in.
final class Line {

    /// A mark stands at every so many letters, as a power of two.
    private static final int MARK = 4;

    private final char[] letters;

    /// Where each word ends.
    private final int[] ends;

    /// For every few letters the first word that ends there or after: the words are asked for by
    /// their letters for each text that is found.
    private final int[] marks;

    private final String text;
    private final boolean digit;

    private Line(char[] letters, int[] ends, boolean digit) {
        this.letters = letters;
        this.ends = ends;
        this.marks = marks(letters.length, ends);
        this.text = new String(letters);
        this.digit = digit;
    }

    /// The words as written.
    static Line written(List<Token> tokens) {
        return of(tokens, Token::text);
    }

    /// The words behind a disguise, and those without any as written.
    static Line meant(List<Token> tokens) {
        return of(tokens, Token::plain);
    }

    private static Line of(List<Token> words, Function<Token, String> spelling) {
        var length = 1;
        for (var word : words) {
            length += spelling.apply(word).length() + 1;
        }
        var letters = new char[length];
        var ends = new int[words.size()];
        letters[0] = ' ';
        var at = 1;
        for (var i = 0; i < ends.length; i++) {
            var word = spelling.apply(words.get(i));
            word.getChars(0, word.length(), letters, at);
            at += word.length();
            ends[i] = at;
            letters[at++] = ' ';
        }
        return new Line(letters, ends, digit(letters));
    }

    private static int[] marks(int length, int[] ends) {
        var marks = new int[(length >> MARK) + 1];
        var word = 0;
        for (var mark = 0; mark < marks.length; mark++) {
            while (word < ends.length && ends[word] < mark << MARK) {
                word++;
            }
            marks[mark] = word;
        }
        return marks;
    }

    private static boolean digit(char[] letters) {
        for (var c : letters) {
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Whether a digit stands in any word.
    boolean digit() {
        return digit;
    }

    char[] letters() {
        return letters;
    }

    String text() {
        return text;
    }

    /// Where a word starts.
    int start(int word) {
        return word == 0 ? 1 : ends[word - 1] + 1;
    }

    /// Where a word ends, exclusive.
    int end(int word) {
        return ends[word];
    }

    /// Index of the first token of a match; the space before a word belongs to none.
    int first(int begin) {
        return token(letters[begin] == ' ' ? begin + 1 : begin);
    }

    /// Index after the last token of a match.
    int afterLast(int begin, int end) {
        var first = letters[begin] == ' ' ? begin + 1 : begin;
        var last = letters[end - 1] == ' ' ? end - 2 : end - 1;
        return token(Math.max(first, last)) + 1;
    }

    /// Index of the token that a character belongs to; the space after a word belongs to it.
    private int token(int at) {
        var word = marks[at >> MARK];
        while (word < ends.length && ends[word] < at) {
            word++;
        }
        return word;
    }
}
