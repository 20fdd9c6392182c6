package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.List;

/// One field of a post as read: its words, and the sentences they stand in.
///
/// @param field as in `Finding.Span`: `text`, `media[0].alt`, `of.text`
/// @param original letter for letter
/// @param tokens in order
/// @param sentences how many there are
/// @param lowercase whether the writer does without capitals, so that a missing one says nothing
public record Reading(
        String field, String original, List<Token> tokens, int sentences, boolean lowercase) {

    /// Fewest single letters in a row that are read as one word: `s p a c e d`.
    private static final int SPACED = 4;

    public Reading {
        tokens = List.copyOf(tokens);
    }

    /// Reads a field.
    public static Reading of(String field, String original) {
        var tokens = new Tokens(Folded.of(original)).read();
        var sentences = tokens.isEmpty() ? 0 : tokens.getLast().sentence() + 1;
        return new Reading(field, original, join(tokens), sentences, lowercase(tokens));
    }

    /// The kind of field, without its number: `media.alt`, `pollOptions`.
    public String kind() {
        return field.replaceAll("\\[\\d+]", "");
    }

    private static boolean lowercase(List<Token> tokens) {
        return tokens.stream().noneMatch(Token::capital);
    }

    private static List<Token> join(List<Token> tokens) {
        var joined = new ArrayList<Token>();
        for (var at = 0; at < tokens.size(); ) {
            var end = spaced(tokens, at);
            if (end - at >= SPACED) {
                joined.add(word(tokens.subList(at, end)));
                at = end;
            } else {
                joined.add(tokens.get(at++));
            }
        }
        return joined;
    }

    private static int spaced(List<Token> tokens, int from) {
        var at = from;
        while (at < tokens.size() && single(tokens.get(at), at > from)) {
            at++;
        }
        return at;
    }

    private static boolean single(Token token, boolean follows) {
        return token.text().length() == 1
                && Character.isLetterOrDigit(token.text().charAt(0))
                && (!follows || token.gap().length() == 1 && !token.gap().equals(","));
    }

    private static Token word(List<Token> letters) {
        var text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.text()));
        var first = letters.getFirst();
        return new Token(
                text.toString(),
                Disguise.behind(text.toString()),
                first.start(),
                letters.getLast().end(),
                first.capital(),
                first.gap(),
                first.sentence());
    }
}
