package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts a folded text into words, numbers and emoji, and counts the sentences.
final class Tokens {

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "cllr", "proj", "dept", "yr",
                    "no", "eg", "ie", "vs", "approx", "inc", "ltd", "rpt");

    private final Folded folded;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int sentence;
    private int previousEnd;

    Tokens(Folded folded) {
        this.folded = folded;
        this.text = folded.text();
    }

    List<Token> read() {
        for (var at = 0; at < text.length(); ) {
            var end = end(at);
            if (end > at) {
                add(at, end);
                at = end;
            } else {
                at++;
            }
        }
        return tokens;
    }

    private int end(int at) {
        var point = text.codePointAt(at);
        if (!Character.isLetterOrDigit(point)) {
            return symbol(point) ? at + Character.charCount(point) : at;
        }
        var end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean symbol(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL;
    }

    private void add(int at, int end) {
        var word = text.substring(at, end);
        var gap = text.substring(previousEnd, at);
        if (!tokens.isEmpty() && ends(gap)) {
            sentence++;
        }
        var start = folded.start(at);
        var last = folded.end(end - 1);
        var capital = Character.isUpperCase(folded.original().codePointAt(start));
        tokens.add(
                new Token(
                        word,
                        meant(word, folded.original().substring(start, last)),
                        start,
                        last,
                        capital,
                        gap,
                        sentence));
        previousEnd = end;
    }

    /// The word behind a disguise; of a possessive, the name without its ending.
    private static @Nullable String meant(String word, String written) {
        var possessive = word.length() > 2 && written.matches("(?is).+['\u2019]s");
        return possessive ? word.substring(0, word.length() - 1) : Disguise.behind(word);
    }

    private boolean ends(String gap) {
        if (gap.indexOf('\n') >= 0 || gap.indexOf('!') >= 0 || gap.indexOf('?') >= 0) {
            return true;
        }
        var before = tokens.getLast().text();
        return gap.matches("(?s).*[.\u2026][\"\u201D)\\]]*\\s.*")
                && before.length() > 1
                && !ABBREVIATIONS.contains(before);
    }
}
