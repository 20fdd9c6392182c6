package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A regular expression over the words of a field. It runs only where a text stands without which
/// it cannot match; where it stands for few texts in all, those are looked for instead.
final class Expression {

    /// Most texts that one expression is spelt out into.
    private static final int SPELT_OUT = 400;

    /// Most texts that announce one expression.
    private static final int ANNOUNCED_BY = 64;

    private static final String PREFIX = "re:";

    private final Pattern pattern;
    private final boolean startsAtWord;
    private final boolean endsAtWord;
    private final List<String> texts;
    private final Set<String> needs;

    private Expression(String written) {
        this.startsAtWord = written.startsWith(" ");
        this.endsAtWord = written.endsWith(" ");
        this.pattern = Pattern.compile(bounded(written.strip()));
        var syntax = SyntaxReader.read(written);
        this.texts = spellable(syntax) ? spelt(syntax) : List.of();
        this.needs = syntax.needs(ANNOUNCED_BY).orElse(Set.of());
    }

    /// Whether a phrase of a lexicon is one.
    static boolean is(String phrase) {
        return phrase.startsWith(PREFIX);
    }

    /// @throws java.util.regex.PatternSyntaxException where it is none
    static Expression of(String phrase) {
        return new Expression(phrase.substring(PREFIX.length()));
    }

    /// A stretch of a line, in characters.
    ///
    /// @param rank place of its text among those that the expression tries
    record Stretch(int begin, int end, int rank) {}

    /// All texts that it stands for, in the order in which it tries them, with the spaces at their
    /// ends; empty where they are too many.
    List<String> texts() {
        return texts;
    }

    /// Texts of which one stands wherever it matches; empty where that can be anything.
    Set<String> needs() {
        return needs;
    }

    /// Where it matches.
    List<Stretch> in(String line) {
        var found = new ArrayList<Stretch>();
        var matcher = pattern.matcher(line);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Stretch(matcher.start(), matcher.end(), 0));
            }
        }
        return found;
    }

    /// Those of its texts that count: as the expression would, one after the other, and of those at
    /// the same place the one tried first.
    ///
    /// @param found where its texts stand, the spaces at their ends included
    List<Stretch> inTurn(List<Stretch> found) {
        var inTurn = new ArrayList<Stretch>();
        var free = 0;
        for (var next : found.stream().map(this::withoutSpaces).sorted(ORDER).toList()) {
            if (next.begin() >= free) {
                inTurn.add(next);
                free = next.end();
            }
        }
        return inTurn;
    }

    private static final Comparator<Stretch> ORDER =
            Comparator.comparingInt(Stretch::begin).thenComparingInt(Stretch::rank);

    private Stretch withoutSpaces(Stretch found) {
        return new Stretch(
                found.begin() + (startsAtWord ? 1 : 0),
                found.end() - (endsAtWord ? 1 : 0),
                found.rank());
    }

    /// A space at either end of an expression stands for the end of a word, which two neighbours
    /// share.
    private String bounded(String expression) {
        return (startsAtWord ? "(?<= )" : "") + expression + (endsAtWord ? "(?= )" : "");
    }

    /// Of a choice, the spaces at the ends belong to one branch alone.
    private static boolean spellable(Syntax syntax) {
        return !(syntax instanceof Syntax.Choice);
    }

    private static List<String> spelt(Syntax syntax) {
        var texts = syntax.texts(SPELT_OUT).orElse(Set.of());
        return texts.stream().anyMatch(String::isBlank) ? List.of() : List.copyOf(texts);
    }
}
