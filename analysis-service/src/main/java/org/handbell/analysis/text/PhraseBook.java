package org.handbell.analysis.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in one pass. A phrase is folded words with a space between; a star at its
/// start or end leaves that word open: `porn*`. One that starts with `re:` is a regular expression
/// over the folded words of a sentence.
public final class PhraseBook {

    private final @Nullable AhoCorasickDoubleArrayTrie<List<Key>> automaton;
    private final List<Expressed> expressions;
    private final List<Integer> unannounced;

    private PhraseBook(TreeMap<String, List<Key>> keys, List<Expressed> expressions) {
        this.expressions = List.copyOf(expressions);
        this.unannounced =
                IntStream.range(0, expressions.size())
                        .filter(number -> expressions.get(number).unannounced())
                        .boxed()
                        .toList();
        if (keys.isEmpty()) {
            this.automaton = null;
        } else {
            this.automaton = new AhoCorasickDoubleArrayTrie<>();
            this.automaton.build(keys);
        }
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

    /// What a text in the automaton stands for.
    private sealed interface Key {

        /// A phrase, whole.
        record Whole(Phrase phrase) implements Key {}

        /// One of all the texts of an expression.
        record Spelt(int expression, int rank) implements Key {}

        /// A text without which an expression cannot match.
        record Needed(int expression) implements Key {}
    }

    private record Expressed(Phrase phrase, Expression expression) {

        boolean unannounced() {
            return expression.texts().isEmpty() && expression.needs().isEmpty();
        }
    }

    /// @throws java.util.regex.PatternSyntaxException where an expression is none
    public static PhraseBook of(List<Phrase> phrases) {
        var keys = new TreeMap<String, List<Key>>();
        var expressions = new ArrayList<Expressed>();
        for (var phrase : new LinkedHashSet<>(phrases)) {
            if (Expression.is(phrase.text())) {
                var expression = Expression.of(phrase.text());
                announce(keys, expression, expressions.size());
                expressions.add(new Expressed(phrase, expression));
            } else {
                add(keys, key(phrase.text()), new Key.Whole(phrase));
            }
        }
        return new PhraseBook(keys, expressions);
    }

    private static void announce(
            TreeMap<String, List<Key>> keys, Expression expression, int number) {
        var texts = expression.texts();
        for (var rank = 0; rank < texts.size(); rank++) {
            add(keys, texts.get(rank), new Key.Spelt(number, rank));
        }
        if (texts.isEmpty()) {
            expression.needs().forEach(need -> add(keys, need, new Key.Needed(number)));
        }
    }

    private static void add(TreeMap<String, List<Key>> keys, String text, Key key) {
        keys.computeIfAbsent(text, any -> new ArrayList<>()).add(key);
    }

    private static String key(String phrase) {
        var start = phrase.startsWith("*");
        var end = phrase.endsWith("*");
        var bare = phrase.substring(start ? 1 : 0, phrase.length() - (end ? 1 : 0));
        return (start ? "" : " ") + bare + (end ? "" : " ");
    }

    /// All phrases in a field, in the words as written and in those behind a disguise.
    public List<Match> in(Reading reading) {
        var matches = new ArrayList<Match>();
        new Search(reading.written(), matches).run();
        if (reading.disguised()) {
            new Search(reading.meant(), matches).run();
        }
        return matches.size() < 2 ? matches : new ArrayList<>(new LinkedHashSet<>(matches));
    }

    /// One pass over one line.
    private final class Search implements AhoCorasickDoubleArrayTrie.IHit<List<Key>> {

        private final Line line;
        private final List<Match> matches;
        private final Map<Integer, List<Expression.Stretch>> announced = new TreeMap<>();

        Search(Line line, List<Match> matches) {
            this.line = line;
            this.matches = matches;
        }

        void run() {
            if (automaton != null) {
                automaton.parseText(line.letters(), this);
            }
            unannounced.forEach(number -> announced.put(number, List.of()));
            announced.forEach(this::express);
        }

        @Override
        public void hit(int begin, int end, List<Key> keys) {
            for (var key : keys) {
                switch (key) {
                    case Key.Whole(var phrase) -> match(phrase, begin, end);
                    case Key.Spelt(var expression, var rank) ->
                            announced
                                    .computeIfAbsent(expression, any -> new ArrayList<>())
                                    .add(new Expression.Stretch(begin, end, rank));
                    case Key.Needed(var expression) -> announced.putIfAbsent(expression, List.of());
                }
            }
        }

        private void express(int number, List<Expression.Stretch> spelt) {
            var expressed = expressions.get(number);
            var expression = expressed.expression();
            var stretches = spelt.isEmpty() ? expression.in(line.text()) : expression.inTurn(spelt);
            for (var stretch : stretches) {
                match(expressed.phrase(), stretch.begin(), stretch.end());
            }
        }

        private void match(Phrase phrase, int begin, int end) {
            matches.add(new Match(phrase, line.first(begin), line.afterLast(begin, end)));
        }
    }
}
