package org.handbell.analysis.meaning;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Finding;
import org.handbell.contract.Post.MediaType;
import org.jspecify.annotations.Nullable;

/// A post as the encoder reads it: who speaks and how in a few words, then every field. Whatever
/// the register knows by name stands there as what it is, `[pupil]`, `[colleague]`, `[supplier]`:
/// the encoder learns nobody's name, and reads each trust's posts alike.
///
/// @param pieces words and signs in order
public record Script(List<Piece> pieces) {

    private static final String SIGNS = "?!.,:;()\"-#@/&%£*…";
    private static final int SIGNS_IN_A_GAP = 3;
    private static final int WORDS_OF_AN_EMOJI = 4;

    /// What stands for a family of hits, the most telling first.
    private static final List<Map.Entry<String, String>> STANDS_FOR =
            List.of(
                    Map.entry("own.full", "own child"),
                    Map.entry("own.identified", "own child"),
                    Map.entry("own.first", "own child"),
                    Map.entry("pupil.full", "pupil"),
                    Map.entry("pupil.tag", "pupil"),
                    Map.entry("pupil.identified", "pupil"),
                    Map.entry("former.full", "former pupil"),
                    Map.entry("former.tag", "former pupil"),
                    Map.entry("former.identified", "former pupil"),
                    Map.entry("relative.full", "relative"),
                    Map.entry("relative.identified", "relative"),
                    Map.entry("staff.self", "me"),
                    Map.entry("staff.full", "colleague"),
                    Map.entry("staff.titled", "colleague"),
                    Map.entry("supplier.full", "supplier"),
                    Map.entry("term", "secret"),
                    Map.entry("mark", "mark"),
                    Map.entry("mark.motto", "mark"),
                    Map.entry("school.name", "school"),
                    Map.entry("school.joined", "school"),
                    Map.entry("supplier.alias", "supplier"),
                    Map.entry("authority", "council"),
                    Map.entry("partner", "partner"),
                    Map.entry("contact.phone", "phone"),
                    Map.entry("contact.mail", "mail"),
                    Map.entry("pupil.class", "class"),
                    Map.entry("staff.first", "name"),
                    Map.entry("pupil.first", "name"),
                    Map.entry("former.first", "name"));

    public Script {
        pieces = List.copyOf(pieces);
    }

    /// A word or sign, and where it stands in the post.
    ///
    /// @param span null for words that are no part of the post
    /// @param sentence index of its sentence in the field; -1 outside a field
    public record Piece(String word, Finding.@Nullable Span span, int sentence) {}

    /// Writes a post down for the encoder.
    ///
    /// @param hits what the other detectors saw
    /// @param consented the kinds of picture field that a recorded permission covers
    public static Script of(
            PostText text, Circumstances circumstances, List<Hit> hits, boolean consented) {
        var pieces = new ArrayList<Piece>();
        frame(circumstances, hits, consented, pieces);
        for (var reading : text.readings()) {
            if (!reading.field().equals(PostText.AUTHOR)) {
                sign(pieces, heading(reading.kind()));
                field(reading, hits, pieces);
            }
        }
        return new Script(pieces);
    }

    private static void frame(
            Circumstances circumstances, List<Hit> hits, boolean consented, List<Piece> pieces) {
        var account = circumstances.account();
        var post = circumstances.post();
        sign(pieces, account.kind().name().toLowerCase(Locale.ROOT));
        if (!account.approved()) {
            sign(pieces, "unapproved");
        }
        if (account.kind() != Kind.OFFICIAL && circumstances.governor()) {
            sign(pieces, "governor");
        }
        sign(pieces, post.action().name().toLowerCase(Locale.ROOT));
        hits.stream()
                .map(Hit::family)
                .filter(family -> family.startsWith("of."))
                .map(family -> family.substring(3).replace('-', ' '))
                .distinct()
                .sorted()
                .forEach(who -> placeholder(pieces, who, null, -1));
        if (!post.media().isEmpty()) {
            var video = post.media().stream().anyMatch(m -> m.type() == MediaType.VIDEO);
            sign(pieces, video ? "video" : "picture");
            if (consented) {
                sign(pieces, "permitted");
            }
        }
    }

    private static String heading(String kind) {
        return switch (kind) {
            case "text" -> "says :";
            case "media.alt" -> "picture :";
            case "media.ocr" -> "written in picture :";
            case "of.text" -> "answers to :";
            case "pollOptions" -> "option :";
            case "links" -> "link :";
            default -> ":";
        };
    }

    private static void field(Reading reading, List<Hit> hits, List<Piece> pieces) {
        var own = hits.stream().filter(h -> h.field().equals(reading.field())).toList();
        var tokens = reading.tokens();
        Hit last = null;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var hit = standing(token, own);
            if (hit == null || !hit.equals(last)) {
                signs(token.gap(), token, reading.field(), pieces);
                if (hit == null) {
                    word(token, reading, pieces);
                } else {
                    placeholder(pieces, name(hit.family()), hit.span(), token.sentence());
                }
            }
            last = hit;
        }
        if (!tokens.isEmpty()) {
            var end = tokens.getLast();
            var rest = reading.original().substring(end.end());
            signs(rest, end, reading.field(), pieces);
        }
    }

    private static @Nullable Hit standing(Token token, List<Hit> hits) {
        Hit best = null;
        var rank = STANDS_FOR.size();
        for (var hit : hits) {
            if (hit.span().start() <= token.start() && token.end() <= hit.span().end()) {
                var at = rank(hit.family());
                if (at < rank) {
                    rank = at;
                    best = hit;
                }
            }
        }
        return best;
    }

    private static int rank(String family) {
        for (var i = 0; i < STANDS_FOR.size(); i++) {
            if (STANDS_FOR.get(i).getKey().equals(family)) {
                return i;
            }
        }
        return STANDS_FOR.size();
    }

    private static String name(String family) {
        return STANDS_FOR.get(rank(family)).getValue();
    }

    private static void signs(String gap, Token token, String field, List<Piece> pieces) {
        var kept = 0;
        for (var i = 0; i < gap.length() && kept < SIGNS_IN_A_GAP; i++) {
            var sign = plain(gap.charAt(i));
            if (SIGNS.indexOf(sign) >= 0) {
                var span = new Finding.Span(field, token.start(), token.start());
                pieces.add(new Piece(String.valueOf(sign), span, token.sentence()));
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

    private static void word(Token token, Reading reading, List<Piece> pieces) {
        var span = new Finding.Span(reading.field(), token.start(), token.end());
        var point = token.text().codePointAt(0);
        if (!Character.isLetterOrDigit(point)) {
            emoji(point, span, token, pieces);
            return;
        }
        var meant = token.meant();
        if (meant != null && !token.text().startsWith(meant)) {
            pieces.add(new Piece(meant, span, token.sentence()));
            return;
        }
        var written = reading.original().substring(token.start(), token.end());
        if (written.indexOf('\'') < 0 && written.indexOf('\u2019') < 0) {
            pieces.add(new Piece(token.text(), span, token.sentence()));
            return;
        }
        contraction(token, written, span, pieces);
    }

    /// `don't` in the pieces that encoders know it by.
    private static void contraction(
            Token token, String written, Finding.Span span, List<Piece> pieces) {
        var at = 0;
        for (var part : written.split("['\u2019]", -1)) {
            if (at > 0) {
                pieces.add(new Piece("'", span, token.sentence()));
            }
            var end = Math.min(at + part.length(), token.text().length());
            if (end > at) {
                var word = token.text().substring(at, end);
                pieces.add(new Piece(word, span, token.sentence()));
            }
            at = end;
        }
    }

    private static void emoji(int point, Finding.Span span, Token token, List<Piece> pieces) {
        var name = UCharacter.getName(point);
        if (name == null) {
            return;
        }
        var words = name.toLowerCase(Locale.ROOT).split("[ -]");
        for (var i = 0; i < words.length && i < WORDS_OF_AN_EMOJI; i++) {
            pieces.add(new Piece(words[i], span, token.sentence()));
        }
    }

    private static void placeholder(
            List<Piece> pieces, String name, Finding.@Nullable Span span, int sentence) {
        pieces.add(new Piece("[", span, sentence));
        for (var word : name.split(" ")) {
            pieces.add(new Piece(word, span, sentence));
        }
        pieces.add(new Piece("]", span, sentence));
    }

    private static void sign(List<Piece> pieces, String words) {
        for (var word : words.split(" ")) {
            pieces.add(new Piece(word, null, -1));
        }
    }
}
