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
    private static final int ROUGHLY_A_WORD = 5;

    private final Folded folded;
    private final String text;
    private final List<Token> tokens;
    private int sentence;
    private int previousEnd;

    Tokens(Folded folded) {
        this.folded = folded;
        this.text = folded.text();
        this.tokens = new ArrayList<>(text.length() / ROUGHLY_A_WORD + 1);
    }

    List<Token> read() {
        for (var at = 0; at < text.length(); ) {
            var end = text.charAt(at) == ' ' ? at : end(at);
            if (end > at) {
                Deadline.check();
                add(at, end);
                at = end;
            } else {
                at++;
            }
        }
        return tokens;
    }

    private int end(int at) {
        if (!word(at)) {
            return symbol(at);
        }
        var tagged = tagged(at);
        var end = at;
        while (end < text.length() && (word(end) || masked(end) && end > at)) {
            end += width(end);
            if (tagged && hump(end)) {
                break;
            }
        }
        return end;
    }

    private boolean word(int at) {
        var c = text.charAt(at);
        return c < 0x80
                ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                : Character.isLetterOrDigit(text.codePointAt(at));
    }

    private int width(int at) {
        return text.charAt(at) < 0x80 ? 1 : Character.charCount(text.codePointAt(at));
    }

    /// A sign in a letter's place: `j@ne`, but not `jane@host.example`.
    private boolean masked(int at) {
        return (text.charAt(at) == '@' || text.charAt(at) == '$')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1))
                && !HOST.matcher(text).region(at + 1, text.length()).lookingAt();
    }

    /// Where in a hashtag, right after one of its words, the next begins: `#WellDoneYear`.
    private boolean hump(int at) {
        return at < text.length()
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

    /// The end of a sign that stands for itself, such as an emoji; of all others their start.
    private int symbol(int at) {
        if (text.charAt(at) < 0x80) {
            return at;
        }
        var point = text.codePointAt(at);
        return Character.getType(point) == Character.OTHER_SYMBOL
                ? at + Character.charCount(point)
                : at;
    }

    private void add(int at, int end) {
        var word = text.substring(at, end);
        var gap = gap(at);
        if (!tokens.isEmpty() && ends(gap)) {
            sentence++;
        }
        var start = folded.start(at);
        var last = folded.end(end - 1);
        var capital = Character.isUpperCase(folded.original().codePointAt(start));
        tokens.add(new Token(word, meant(word, start, last), start, last, capital, gap, sentence));
        previousEnd = end;
    }

    /// Mostly a space, and then always the same one.
    private String gap(int at) {
        return at == previousEnd + 1 && text.charAt(previousEnd) == ' '
                ? " "
                : text.substring(previousEnd, at);
    }

    /// The word behind a disguise; of a possessive, the name without its ending.
    private @Nullable String meant(String word, int start, int end) {
        return word.length() > 2 && possessive(folded.original(), start, end)
                ? word.substring(0, word.length() - 1)
                : Disguise.behind(word);
    }

    private static boolean possessive(String written, int start, int end) {
        if (end - start < 3) {
            return false;
        }
        var last = written.charAt(end - 1);
        var before = written.charAt(end - 2);
        return (last == 's' || last == 'S') && (before == '\'' || before == '\u2019');
    }

    private boolean ends(String gap) {
        if (gap.equals(" ")) {
            return false;
        }
        if (gap.indexOf('\n') >= 0 || gap.indexOf('!') >= 0 || gap.indexOf('?') >= 0) {
            return true;
        }
        var before = tokens.getLast().text();
        return stops(gap) && before.length() > 1 && !ABBREVIATIONS.contains(before);
    }

    /// A full stop with white space after it, quotation marks and brackets between them aside.
    private static boolean stops(String gap) {
        for (var at = 0; at < gap.length(); at++) {
            if (gap.charAt(at) == '.' || gap.charAt(at) == '\u2026') {
                var after = at + 1;
                while (after < gap.length() && "\"\u201D)]".indexOf(gap.charAt(after)) >= 0) {
                    after++;
                }
                if (after < gap.length() && blank(gap.charAt(after))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean blank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
