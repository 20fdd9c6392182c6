package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in one pass. A phrase is folded words with a space between; a star at its
/// start or end leaves that word open: `porn*`. One that starts with `re:` is a regular expression
/// over the folded words of a sentence.
public final class PhraseBook {

    /// So many matches are looked through; more are kept as a set.
    private static final int FEW = 64;

    private final Keys keys;
    private final Automaton automaton;
    private final List<Expressed> expressions;

    /// Of each expression all its sets of texts, as bits: each must be met; and those that any
    /// digit in the line may meet. Compared for every line, so they stand side by side.
    private final int[] parts;

    private final int[] digits;

    private PhraseBook(KeyTexts texts) {
        this.keys = new Keys(texts.keys());
        this.automaton = new Automaton(texts.numbers());
        this.expressions = List.copyOf(texts.expressions());
        this.parts = expressions.stream().mapToInt(Expressed::parts).toArray();
        this.digits = expressions.stream().mapToInt(Expressed::digits).toArray();
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

    /// @param parts all its sets of texts, as bits: each must be met
    /// @param digits those that any digit in the line may meet
    record Expressed(Phrase phrase, Expression expression, int parts, int digits) {}

    /// @throws java.util.regex.PatternSyntaxException where an expression is none
    public static PhraseBook of(List<Phrase> phrases) {
        var texts = new KeyTexts();
        new LinkedHashSet<>(phrases).forEach(texts::add);
        return new PhraseBook(texts);
    }

    /// All phrases in a field, in the words as written and in those behind a disguise.
    public List<Match> in(Reading reading) {
        var matches = new ArrayList<Match>();
        var written = new Search(reading.written(), matches);
        if (!reading.disguised()) {
            automaton.search(reading.written().letters(), written);
            written.express();
            return matches;
        }
        var trail = new Trail(automaton, reading.written(), written);
        trail.run();
        written.express();
        var meant = new Search(reading.meant(), matches);
        trail.again(reading.meant(), disguised(reading), meant);
        meant.express();
        return matches;
    }

    private static boolean[] disguised(Reading reading) {
        var disguised = new boolean[reading.tokens().size()];
        for (var at = 0; at < disguised.length; at++) {
            disguised[at] = reading.tokens().get(at).meant() != null;
        }
        return disguised;
    }

    /// One pass over one line.
    private final class Search implements Automaton.Listener {

        private final Line line;
        private final List<Match> matches;
        private final int[] met = new int[expressions.size()];
        private final Found found = new Found();
        private @Nullable Set<Match> distinct;

        Search(Line line, List<Match> matches) {
            this.line = line;
            this.matches = matches;
        }

        /// Looks at the expressions of which all parts were found.
        void express() {
            var digit = line.digit() ? -1 : 0;
            for (var number = 0; number < met.length; number++) {
                if ((met[number] | digits[number] & digit) == parts[number]) {
                    express(number, expressions.get(number));
                }
            }
        }

        @Override
        public void found(int begin, int end, int number) {
            for (var key = keys.first(number); key < keys.first(number + 1); key++) {
                var expression = keys.expression(key);
                if (expression == Keys.WHOLE) {
                    match(keys.phrase(key), begin, end);
                } else {
                    met[expression] |= keys.part(key);
                    if (keys.rank(key) >= 0) {
                        found.add(expression, begin, end, keys.rank(key));
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
