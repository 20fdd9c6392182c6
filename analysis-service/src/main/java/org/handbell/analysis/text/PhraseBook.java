package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in one pass. A phrase is folded words with a space between; a star at its
/// start or end leaves that word open: `porn*`. One that starts with `re:` is a regular expression
/// over the folded words of a sentence.
public final class PhraseBook {

    /// So many matches are looked through; more are kept as a set.
    private static final int FEW = 64;

    /// Shorter numbers are not worth looking for one by one.
    private static final int LONG_NUMBER = 3;

    private final Automaton<Key[]> automaton;
    private final List<Expressed> expressions;

    private PhraseBook(Keys keys) {
        this.expressions = List.copyOf(keys.expressions);
        this.automaton = new Automaton<>(keys.arrays());
    }

    /// A phrase to look for.
    ///
    /// @param entry what it stands for; null where the family says it all
    public record Phrase(String family, @Nullable String entry, String text) {

        /// @throws java.util.regex.PatternSyntaxException where it is an expression that is none
        public void check() {
            if (Expression.is(text)) {
                Expression.of(text);
            }
        }
    }

    /// A phrase that was found.
    ///
    /// @param from index of its first token
    /// @param to index after its last token
    public record Match(Phrase phrase, int from, int to) {}

    /// What a text in the automaton stands for: a phrase, or part of an expression.
    ///
    /// @param phrase the phrase, whole; null where it is part of an expression
    /// @param expression number of the expression
    /// @param part which of its sets of texts this one belongs to, as a bit
    /// @param rank place of the text among those that the expression stands for or starts with;
    ///   negative where it is no matter where the text stands
    private record Key(@Nullable Phrase phrase, int expression, int part, int rank) {}

    /// @param parts all its sets of texts, as bits: each must be met
    /// @param digits those that any digit in the line may meet
    private record Expressed(Phrase phrase, Expression expression, int parts, int digits) {}

    /// @throws java.util.regex.PatternSyntaxException where an expression is none
    public static PhraseBook of(List<Phrase> phrases) {
        var keys = new Keys();
        new LinkedHashSet<>(phrases).forEach(keys::add);
        return new PhraseBook(keys);
    }

    /// All phrases in a field, in the words as written and in those behind a disguise.
    public List<Match> in(Reading reading) {
        var matches = new ArrayList<Match>();
        new Search(reading.written(), matches).run();
        if (reading.disguised()) {
            new Search(reading.meant(), matches).run();
        }
        return matches;
    }

    /// What the automaton is built of.
    private static final class Keys {

        private final TreeMap<String, List<Key>> byText = new TreeMap<>();
        private final List<Expressed> expressions = new ArrayList<>();

        void add(Phrase phrase) {
            if (!Expression.is(phrase.text())) {
                whole(key(phrase.text()), phrase);
                return;
            }
            var expression = Expression.of(phrase.text());
            if (expression.words()) {
                expression.texts().forEach(text -> whole(text, phrase));
            } else {
                express(phrase, expression);
            }
        }

        private void express(Phrase phrase, Expression expression) {
            var number = expressions.size();
            var part = 1;
            var spelt = !expression.texts().isEmpty();
            var placed = spelt ? expression.texts() : List.copyOf(expression.placed());
            if (!placed.isEmpty()) {
                for (var rank = 0; rank < placed.size(); rank++) {
                    put(placed.get(rank), new Key(null, number, part, rank));
                }
                part <<= 1;
            }
            var digits = 0;
            for (var needed : expression.needs()) {
                for (var text : needed) {
                    if (Expression.digit(text) && text.length() < LONG_NUMBER) {
                        digits |= part;
                    } else {
                        put(text, new Key(null, number, part, -1));
                    }
                }
                part <<= 1;
            }
            expressions.add(new Expressed(phrase, expression, part - 1, digits));
        }

        private void whole(String text, Phrase phrase) {
            put(text, new Key(phrase, -1, 0, 0));
        }

        private void put(String text, Key key) {
            byText.computeIfAbsent(text, any -> new ArrayList<>()).add(key);
        }

        private static String key(String phrase) {
            var start = phrase.startsWith("*");
            var end = phrase.endsWith("*");
            var bare = phrase.substring(start ? 1 : 0, phrase.length() - (end ? 1 : 0));
            return (start ? "" : " ") + bare + (end ? "" : " ");
        }

        TreeMap<String, Key[]> arrays() {
            var arrays = new TreeMap<String, Key[]>();
            byText.forEach((text, keys) -> arrays.put(text, keys.toArray(Key[]::new)));
            return arrays;
        }
    }

    /// One pass over one line.
    private final class Search implements Automaton.Listener<Key[]> {

        private final Line line;
        private final List<Match> matches;
        private final int[] met = new int[expressions.size()];
        private final Found found = new Found();
        private @Nullable Set<Match> distinct;

        Search(Line line, List<Match> matches) {
            this.line = line;
            this.matches = matches;
        }

        void run() {
            automaton.search(line.letters(), this);
            for (var number = 0; number < met.length; number++) {
                var expressed = expressions.get(number);
                var digits = line.digit() ? expressed.digits() : 0;
                if ((met[number] | digits) == expressed.parts()) {
                    express(number, expressed);
                }
            }
        }

        @Override
        public void found(int begin, int end, Key[] keys) {
            for (var key : keys) {
                var phrase = key.phrase();
                if (phrase != null) {
                    match(phrase, begin, end);
                } else {
                    met[key.expression()] |= key.part();
                    if (key.rank() >= 0) {
                        found.add(key.expression(), begin, end, key.rank());
                    }
                }
            }
        }

        private void express(int number, Expressed expressed) {
            var stretches = expressed.expression().in(line.text(), () -> found.of(number));
            for (var stretch : stretches) {
                match(expressed.phrase(), stretch.begin(), stretch.end());
            }
        }

        private void match(Phrase phrase, int begin, int end) {
            var from = line.first(begin);
            var to = line.afterLast(begin, end);
            if (!known(phrase, from, to)) {
                matches.add(new Match(phrase, from, to));
            }
        }

        /// The same phrase may stand twice in the same words: within them, or behind a disguise.
        private boolean known(Phrase phrase, int from, int to) {
            if (matches.size() > FEW) {
                return !distinct().add(new Match(phrase, from, to));
            }
            for (var match : matches) {
                if (match.from() == from && match.to() == to && match.phrase() == phrase) {
                    return true;
                }
            }
            return false;
        }

        private Set<Match> distinct() {
            if (distinct == null) {
                distinct = new HashSet<>(matches);
            }
            return distinct;
        }
    }
}
