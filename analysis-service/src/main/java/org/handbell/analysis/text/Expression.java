package org.handbell.analysis.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbell.analysis.text.Syntax.Need;

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
    private final Optional<Need> placed;
    private final List<Set<String>> needs;
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
        var needed = texts.isEmpty() ? syntax.needs(ANNOUNCED_BY) : List.<Need>of();
        this.placed = startsAtWord ? placed(needed) : Optional.empty();
        this.needs =
                needed.stream()
                        .filter(need -> !placed.equals(Optional.of(need)))
                        .map(Need::texts)
                        .filter(Expression::announces)
                        .limit(NEEDS)
                        .toList();
        this.letters = letters(syntax.starts(ANNOUNCED_BY));
    }

    /// The rarest text that tells where to try, else what it starts with.
    private static Optional<Need> placed(List<Need> needed) {
        return needed.stream()
                .filter(need -> need.words().isPresent() && need.rarity() > RARE)
                .findFirst()
                .or(() -> needed.stream().filter(Expression::first).findFirst());
    }

    private static boolean first(Need need) {
        return need.words().equals(Optional.of(0))
                && need.texts().stream().allMatch(text -> text.startsWith(" "));
    }

    /// Rare enough by itself, or but for its digits: whether those are there is known beforehand.
    private static boolean announces(Set<String> texts) {
        var others = texts.stream().filter(text -> !digit(text)).collect(toSet());
        return Syntax.rarity(texts) > RARE
                || others.size() < texts.size()
                        && (others.isEmpty() || Syntax.rarity(others) > RARE);
    }

    /// Whether a digit stands in a text.
    static boolean digit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /// The letters after the space with which it starts; none where that can be any.
    private static String letters(Set<String> starts) {
        return starts.stream().allMatch(start -> start.length() > 1)
                ? starts.stream().map(start -> start.substring(1, 2)).distinct().collect(joining())
                : "";
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

    /// Texts of which one tells near which words it can start; empty where that can be any.
    Set<String> placed() {
        return placed.map(Need::texts).orElse(Set.of());
    }

    /// Of each of these sets one text stands wherever it matches; none where that can be anything.
    List<Set<String>> needs() {
        return needs;
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
        return this.placed.isEmpty()
                ? byWord(matcher, line, 0, line.length())
                : near(placed, matcher, line);
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

    /// Tries the words that start in a part of the line.
    private List<Stretch> byWord(Matcher matcher, String line, int from, int to) {
        var found = new ArrayList<Stretch>();
        words(matcher, line, from, to, found);
        return found;
    }

    /// @return where the next try may start
    private int words(Matcher matcher, String line, int from, int to, List<Stretch> found) {
        var start = from == 0 ? 1 : from;
        while (start < to && start < line.length()) {
            var free =
                    letters.isEmpty() || letters.indexOf(line.charAt(start)) >= 0
                            ? tried(matcher, start, line, found)
                            : start + 1;
            var space = line.indexOf(' ', free - 1);
            start = space < 0 ? line.length() : space + 1;
        }
        return start;
    }

    /// Tries the words from which one of the placed texts can be reached.
    private List<Stretch> near(Places placed, Matcher matcher, String line) {
        var found = new ArrayList<Stretch>();
        var words = this.placed.flatMap(Need::words).orElse(0);
        var free = 1;
        for (var place : placed.sorted()) {
            var last = line.lastIndexOf(' ', place.begin()) + 1;
            var first = last;
            for (var word = 0; word < words && first > 1; word++) {
                first = line.lastIndexOf(' ', first - 2) + 1;
            }
            free = words(matcher, line, Math.max(free, first), last + 1, found);
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

    private static List<String> spelt(Syntax syntax) {
        var texts = syntax.texts(SPELT_OUT).orElse(Set.of());
        return texts.stream().anyMatch(String::isBlank) ? List.of() : List.copyOf(texts);
    }
}
