package org.handbell.analysis.text;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression over the words of a field. Where it stands for few texts, those are looked
/// for instead. Else it is tried only where texts stand without which it cannot match, and only at
/// the words with which it can start.
final class Expression {

    /// Most texts that one expression is spelt out into.
    private static final int SPELT_OUT = 400;

    /// Most texts in a set that announces an expression, and how many such sets are looked for.
    private static final int ANNOUNCED_BY = 256;

    private static final int NEEDS = 3;

    /// How rare texts must be to announce an expression.
    private static final double RARE = 1;

    private static final String PREFIX = "re:";
    private final Pattern pattern;
    private final boolean startsAtWord;
    private final boolean endsAtWord;
    private final List<String> texts;
    private final Set<String> placed;
    private final List<Set<String>> needs;
    private final boolean digit;
    private final String letters;

    private Expression(String written) {
        var bare = written.strip();
        var valid = Pattern.compile(bare).pattern();
        var syntax = SyntaxReader.read(written);
        // Of a choice, the space at the start belongs to its first branch alone.
        var choice = syntax instanceof Syntax.Choice;
        this.startsAtWord = written.startsWith(" ") && !choice;
        this.endsAtWord = written.endsWith(" ");
        this.pattern =
                Pattern.compile(
                        (written.startsWith(" ") && choice ? "(?<= )" : "")
                                + (syntax instanceof Syntax.Open
                                        ? valid
                                        : SyntaxReader.ungrouped(valid))
                                + (endsAtWord ? "(?= )" : ""));
        this.texts = choice ? List.of() : spelt(syntax);
        var needed = texts.isEmpty() ? syntax.needs(ANNOUNCED_BY) : List.<Set<String>>of();
        this.digit = needed.stream().anyMatch(Expression::numbers);
        var rare = needed.stream().filter(Expression::rare).limit(NEEDS).toList();
        this.placed = startsAtWord ? placed(syntax, rare, bare) : Set.of();
        this.letters = letters(syntax.starts(ANNOUNCED_BY));
        this.needs = rare.stream().filter(set -> !set.equals(placed)).toList();
    }

    /// The letters after the space with which it starts; none where that can be any.
    private static String letters(Set<String> starts) {
        return starts.stream().allMatch(start -> start.length() > 1)
                ? starts.stream().map(start -> start.substring(1, 2)).distinct().collect(joining())
                : "";
    }

    private static boolean rare(Set<String> texts) {
        return Syntax.rarity(texts) > RARE && !numbers(texts);
    }

    private static boolean numbers(Set<String> texts) {
        return texts.stream().allMatch(text -> text.chars().anyMatch(c -> c >= '0' && c <= '9'));
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

    /// Where texts stand, first come first; of those at the same place, the one tried first.
    interface Places {
        List<Stretch> sorted();
    }

    /// All texts that it stands for, in the order in which it tries them, with the spaces at their
    /// ends; empty where they are too many.
    List<String> texts() {
        return texts;
    }

    /// Texts of which one stands in the word with which it starts, or with the space before; empty
    /// where that can be anything.
    Set<String> placed() {
        return placed;
    }

    /// Of each of these sets one text stands wherever it matches; none where that can be anything.
    List<Set<String>> needs() {
        return needs;
    }

    /// Whether a digit stands wherever it matches.
    boolean digit() {
        return digit;
    }

    /// Whether its texts are words, each by itself: then no two are at the same place.
    boolean words() {
        return !texts.isEmpty() && texts.stream().allMatch(Expression::word);
    }

    private static boolean word(String text) {
        return text.startsWith(" ") && text.endsWith(" ") && text.strip().indexOf(' ') < 0;
    }

    /// Where it matches.
    ///
    /// @param placed where its texts stand, or those that tell where it starts; spaces included
    List<Stretch> in(String line, Places placed) {
        if (!texts.isEmpty()) {
            return inTurn(placed);
        }
        var matcher = pattern.matcher(Deadline.watched(line));
        if (!startsAtWord) {
            return anywhere(matcher);
        }
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        return this.placed.isEmpty() ? byWord(matcher, line) : at(placed, matcher, line);
    }

    /// Those of its texts that count: as the expression would, one after the other, and of those at
    /// the same place the one tried first.
    private List<Stretch> inTurn(Places found) {
        var inTurn = new ArrayList<Stretch>();
        var free = 0;
        for (var next : found.sorted()) {
            var begin = next.begin() + (startsAtWord ? 1 : 0);
            if (begin >= free) {
                free = next.end() - (endsAtWord ? 1 : 0);
                inTurn.add(new Stretch(begin, free, next.rank()));
            }
        }
        return inTurn;
    }

    private static List<Stretch> anywhere(Matcher matcher) {
        var found = new ArrayList<Stretch>();
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Stretch(matcher.start(), matcher.end(), 0));
            }
        }
        return found;
    }

    private List<Stretch> byWord(Matcher matcher, String line) {
        var found = new ArrayList<Stretch>();
        for (var space = 0; space >= 0 && space + 1 < line.length(); ) {
            var start = space + 1;
            var free =
                    letters.isEmpty() || letters.indexOf(line.charAt(start)) >= 0
                            ? tried(matcher, start, line, found)
                            : start + 1;
            space = line.indexOf(' ', free - 1);
        }
        return found;
    }

    private static List<Stretch> at(Places placed, Matcher matcher, String line) {
        var found = new ArrayList<Stretch>();
        var free = 0;
        for (var place : placed.sorted()) {
            var start = line.lastIndexOf(' ', place.begin()) + 1;
            if (start >= free) {
                free = tried(matcher, start, line, found);
            }
        }
        return found;
    }

    /// Tries a word.
    ///
    /// @return where the next try may start
    private static int tried(Matcher matcher, int start, String line, List<Stretch> found) {
        matcher.region(start, line.length());
        if (matcher.lookingAt() && matcher.end() > start) {
            found.add(new Stretch(start, matcher.end(), 0));
            return matcher.end();
        }
        return start + 1;
    }

    /// What it starts with, unless that stands in most posts and something rarer is needed; of one
    /// that is within a word, what stands in that word.
    private static Set<String> placed(Syntax syntax, List<Set<String>> needed, String bare) {
        var starts = syntax.starts(ANNOUNCED_BY);
        if (Syntax.rarity(starts) > RARE || needed.isEmpty()) {
            return starts;
        }
        return SyntaxReader.read(bare).spaceless() ? needed.getFirst() : Set.of();
    }

    private static List<String> spelt(Syntax syntax) {
        var texts = syntax.texts(SPELT_OUT).orElse(Set.of());
        return texts.stream().anyMatch(String::isBlank) ? List.of() : List.copyOf(texts);
    }
}
