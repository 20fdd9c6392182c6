package org.handbell.analysis.meaning;

import com.ibm.icu.lang.UCharacter;
import java.util.List;
import java.util.Locale;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.meaning.Script.Piece;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// Writes one field down, word by word, with the signs between them.
final class FieldWriter {

    private static final String SIGNS = "?!.,:;()\"-#@/&%£*…";
    private static final List<String> SIGN_WORDS = List.of(SIGNS.split(""));
    private static final int SIGNS_IN_A_GAP = 3;
    private static final int WORDS_OF_AN_EMOJI = 4;

    private final Reading reading;
    private final String field;
    private final String original;
    private final List<Piece> pieces;

    FieldWriter(Reading reading, List<Piece> pieces) {
        this.reading = reading;
        this.field = reading.field();
        this.original = reading.original();
        this.pieces = pieces;
    }

    /// @param standings what stands in place of words, by first character
    void write(List<Standing> standings) {
        var tokens = reading.tokens();
        Hit last = null;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var standing = standings.isEmpty() ? null : standing(token, standings);
            if (standing == null) {
                signs(token.gap(), token);
                word(token);
            } else if (!standing.hit().equals(last)) {
                signs(token.gap(), token);
                standing.write(token.sentence(), pieces);
            }
            last = standing == null ? null : standing.hit();
        }
        if (!tokens.isEmpty()) {
            var end = tokens.getLast();
            signs(original.substring(end.end()), end);
        }
    }

    /// The most telling one; of those that tell as much, the first.
    private static @Nullable Standing standing(Token token, List<Standing> standings) {
        Deadline.check();
        Standing best = null;
        for (var standing : standings) {
            if (standing.hit().span().start() > token.start()) {
                break;
            }
            if (standing.covers(token.start(), token.end())
                    && (best == null || standing.rank() < best.rank())) {
                best = standing;
            }
        }
        return best;
    }

    private void signs(String gap, Token token) {
        if (gap.equals(" ")) {
            return;
        }
        var kept = 0;
        for (var i = 0; i < gap.length() && kept < SIGNS_IN_A_GAP; i++) {
            var sign = SIGNS.indexOf(plain(gap.charAt(i)));
            if (sign >= 0) {
                var span = new Finding.Span(field, token.start(), token.start());
                pieces.add(new Piece(SIGN_WORDS.get(sign), span, token.sentence()));
                kept++;
            }
        }
    }

    private static char plain(char sign) {
        return switch (sign) {
            case '\u201C', '\u201D', '\u00AB', '\u00BB' -> '"';
            case '\u2013', '\u2014' -> '-';
            default -> sign;
        };
    }

    private void word(Token token) {
        var span = new Finding.Span(field, token.start(), token.end());
        var text = token.text();
        var point = text.codePointAt(0);
        if (!Character.isLetterOrDigit(point)) {
            emoji(point, span, token);
            return;
        }
        var meant = token.meant();
        if (meant != null && !text.startsWith(meant)) {
            pieces.add(new Piece(meant, span, token.sentence()));
        } else if (contracted(token)) {
            contraction(token, span);
        } else {
            pieces.add(new Piece(text, span, token.sentence()));
        }
    }

    private boolean contracted(Token token) {
        return original.indexOf('\'', token.start(), token.end()) >= 0
                || !reading.ascii() && original.indexOf('\u2019', token.start(), token.end()) >= 0;
    }

    /// `don't` in the pieces that encoders know it by.
    private void contraction(Token token, Finding.Span span) {
        var part = 0;
        var signs = 0;
        for (var at = token.start(); at <= token.end(); at++) {
            if (at < token.end() && !apostrophe(original.charAt(at))) {
                continue;
            }
            var end = Math.min(at - token.start() - signs, token.text().length());
            if (part > 0) {
                pieces.add(new Piece("'", span, token.sentence()));
            }
            if (end > part) {
                pieces.add(new Piece(token.text().substring(part, end), span, token.sentence()));
            }
            part = end;
            signs++;
        }
    }

    private static boolean apostrophe(char letter) {
        return letter == '\'' || letter == '\u2019';
    }

    private void emoji(int point, Finding.Span span, Token token) {
        var name = UCharacter.getName(point);
        if (name == null) {
            return;
        }
        var words = name.toLowerCase(Locale.ROOT).split("[ -]");
        for (var i = 0; i < words.length && i < WORDS_OF_AN_EMOJI; i++) {
            pieces.add(new Piece(words[i], span, token.sentence()));
        }
    }
}
