package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a post as read: its words, and the sentences they stand in. Read by one thread at a
/// time.
public final class Reading {

    /// Fewest single letters in a row that are read as one word: `s p a c e d`.
    private static final int SPACED = 4;

    private final String field;
    private final String kind;
    private final String original;
    private final boolean ascii;
    private final List<Token> tokens;
    private final boolean lowercase;
    private final boolean disguised;
    private final boolean tagged;
    private @Nullable Line written;
    private @Nullable Line meant;

    private Reading(String field, Folded folded, List<Token> tokens) {
        this.field = field;
        this.kind = PostText.kind(field);
        this.original = folded.original();
        this.ascii = folded.ascii();
        this.tokens = List.copyOf(tokens);
        var capitals = false;
        var disguises = false;
        var tags = false;
        for (var token : tokens) {
            capitals |= token.capital();
            disguises |= token.meant() != null;
            tags |= token.tagged();
        }
        this.lowercase = !capitals;
        this.disguised = disguises;
        this.tagged = tags;
    }

    /// Reads a field.
    ///
    /// @param field as in `Finding.Span`: `text`, `media[0].alt`, `of.text`
    public static Reading of(String field, String original) {
        var folded = Folded.of(original);
        return new Reading(field, folded, join(new Tokens(folded).read()));
    }

    /// As in `Finding.Span`: `text`, `media[0].alt`, `of.text`.
    public String field() {
        return field;
    }

    /// The kind of field, without its number: `media.alt`, `pollOptions`.
    public String kind() {
        return kind;
    }

    /// The field, letter for letter.
    public String original() {
        return original;
    }

    /// Whether the field is plain ASCII, letter for letter.
    public boolean ascii() {
        return ascii;
    }

    /// Its words, in order.
    public List<Token> tokens() {
        return tokens;
    }

    /// How many sentences there are.
    public int sentences() {
        return tokens.isEmpty() ? 0 : tokens.getLast().sentence() + 1;
    }

    /// Whether the writer does without capitals, so that a missing one says nothing.
    public boolean lowercase() {
        return lowercase;
    }

    /// Whether any word stands behind a disguise.
    public boolean disguised() {
        return disguised;
    }

    /// Whether any word is a handle or a hashtag.
    public boolean tagged() {
        return tagged;
    }

    /// Whether some letters stand side by side in its words, folded.
    public boolean mentions(String letters) {
        return written().text().contains(letters);
    }

    Line written() {
        if (written == null) {
            written = Line.written(tokens);
        }
        return written;
    }

    Line meant() {
        if (meant == null) {
            meant = Line.meant(tokens);
        }
        return meant;
    }

    private static List<Token> join(List<Token> tokens) {
        var joined = new ArrayList<Token>(tokens.size());
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
