package org.handbell.analysis.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in one pass. A phrase is folded words with a space between; a star at its
/// start or end leaves that word open: `porn*`. One that starts with `re:` is a regular expression
/// over the folded words of a sentence.
public final class PhraseBook {

    private final @Nullable AhoCorasickDoubleArrayTrie<List<Phrase>> automaton;
    private final List<Expression> expressions;

    private PhraseBook(Map<String, List<Phrase>> keys, List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        if (keys.isEmpty()) {
            this.automaton = null;
        } else {
            this.automaton = new AhoCorasickDoubleArrayTrie<>();
            this.automaton.build(new java.util.TreeMap<>(keys));
        }
    }

    /// A phrase to look for.
    ///
    /// @param entry what it stands for; null where the family says it all
    public record Phrase(String family, @Nullable String entry, String text) {

        /// @throws java.util.regex.PatternSyntaxException where it is an expression that is none
        public void check() {
            pattern();
        }

        Optional<Pattern> pattern() {
            return text.startsWith("re:")
                    ? Optional.of(Pattern.compile(bounded(text.substring(3))))
                    : Optional.empty();
        }
    }

    /// A phrase that was found.
    ///
    /// @param from index of its first token
    /// @param to index after its last token
    public record Match(Phrase phrase, int from, int to) {}

    private record Expression(Phrase phrase, Pattern pattern) {}

    /// @throws java.util.regex.PatternSyntaxException where an expression is none
    public static PhraseBook of(List<Phrase> phrases) {
        var keys = new HashMap<String, List<Phrase>>();
        var expressions = new ArrayList<Expression>();
        for (var phrase : phrases) {
            phrase.pattern()
                    .ifPresentOrElse(
                            pattern -> expressions.add(new Expression(phrase, pattern)),
                            () -> key(keys, phrase));
        }
        return new PhraseBook(keys, expressions);
    }

    /// All phrases in a field, in the words as written and in those behind a disguise.
    public List<Match> in(Reading reading) {
        var matches = new ArrayList<Match>();
        find(Line.of(reading.tokens(), Token::text), matches);
        if (reading.tokens().stream().anyMatch(token -> token.meant() != null)) {
            find(Line.of(reading.tokens(), Token::plain), matches);
        }
        return matches.stream().distinct().toList();
    }

    /// A space at either end of an expression stands for the end of a word, which two neighbours
    /// share.
    private static String bounded(String expression) {
        var start = expression.startsWith(" ") ? "(?<= )" : "";
        var end = expression.endsWith(" ") ? "(?= )" : "";
        return start + expression.strip() + end;
    }

    private static void key(Map<String, List<Phrase>> keys, Phrase phrase) {
        keys.computeIfAbsent(key(phrase.text()), any -> new ArrayList<>()).add(phrase);
    }

    private static String key(String phrase) {
        var start = phrase.startsWith("*");
        var end = phrase.endsWith("*");
        var bare = phrase.substring(start ? 1 : 0, phrase.length() - (end ? 1 : 0));
        return (start ? "" : " ") + bare + (end ? "" : " ");
    }

    private void find(Line line, List<Match> matches) {
        if (automaton != null) {
            for (var hit : automaton.parseText(line.text())) {
                hit.value.forEach(phrase -> matches.add(line.match(phrase, hit.begin, hit.end)));
            }
        }
        var watched = Deadline.watched(line.text());
        for (var expression : expressions) {
            var matcher = expression.pattern().matcher(watched);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    matches.add(line.match(expression.phrase(), matcher.start(), matcher.end()));
                }
            }
        }
    }

    /// The words of a field in one line, a space before, between and after.
    private record Line(String text, int[] tokens) {

        static Line of(List<Token> tokens, Function<Token, String> word) {
            var text = new StringBuilder(" ");
            for (var token : tokens) {
                text.append(word.apply(token)).append(' ');
            }
            var index = new int[text.length()];
            var at = 1;
            for (var i = 0; i < tokens.size(); i++) {
                var end = at + word.apply(tokens.get(i)).length() + 1;
                java.util.Arrays.fill(index, at, end, i);
                at = end;
            }
            return new Line(text.toString(), index);
        }

        Match match(Phrase phrase, int begin, int end) {
            var first = text.charAt(begin) == ' ' ? begin + 1 : begin;
            var last = text.charAt(end - 1) == ' ' ? end - 2 : end - 1;
            return new Match(phrase, tokens[first], tokens[Math.max(first, last)] + 1);
        }
    }
}
