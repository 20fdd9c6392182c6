package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a folded text into words, numbers and emoji, and counts the sentences.
final class Tokens {

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "cllr", "proj", "dept", "yr",
                    "no", "eg", "ie", "vs", "approx", "inc", "ltd", "rpt");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\d-]+\\.[\\p{L}\\d]");

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
            Deadline.check();
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
        while (end < text.length() && (word(end) || masked(end) && end > at)) {
            end += Character.charCount(text.codePointAt(end));
            if (hump(at, end)) {
                break;
            }
        }
        return end;
    }

    private boolean word(int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }

    /// A sign in a letter's place: `j@ne`, but not `jane@host.example`.
    private boolean masked(int at) {
        return (text.charAt(at) == '@' || text.charAt(at) == '$')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1))
                && !HOST.matcher(text).region(at + 1, text.length()).lookingAt();
    }

    /// Where in a hashtag, or right after one of its words, the next begins: `#WellDoneYear`.
    private boolean hump(int start, int at) {
        return at < text.length()
                && tagged(start)
                && Character.isLowerCase(original(at - 1))
                && Character.isUpperCase(original(at));
    }

    private boolean tagged(int start) {
        var at = start;
        while (at > 0 && word(at - 1)) {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == '#';
    }

    private int original(int at) {
        return folded.original().codePointAt(folded.start(at));
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
